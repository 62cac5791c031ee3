package io.onsale.payments.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.onsale.payments.simulator.journal.JournalException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets callers in who have the login, and gives their requests to the company they are for. */
public final class Api {

    private static final Logger LOG = LoggerFactory.getLogger(Api.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "/v1/";
    private static final int MAX_BYTES = 64 * 1024;

    private final byte[] login;
    private final Map<String, Company> companies;

    /**
     * An API.
     *
     * @param key the login of its only customer
     * @param companies by the first part of the paths that are theirs
     */
    public Api(String key, Map<String, Company> companies) {
        this.login = ("Bearer " + key).getBytes(StandardCharsets.UTF_8);
        this.companies = Map.copyOf(companies);
    }

    /** Adds itself to a server that is not started yet. */
    public void serve(HttpServer server) {
        server.createContext(ROOT, this::handle);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            byte[] body = JSON.writeValueAsBytes(reply.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        try {
            byte[] body = body(exchange);
            requireLogin(exchange);
            Call call = call(exchange, body);
            Company company =
                    Optional.ofNullable(companies.get(call.path().getFirst())).orElseThrow(Wrong::notFound);
            return company.answer(call);
        } catch (Wrong wrong) {
            return error(wrong.status(), wrong.code(), String.valueOf(wrong.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error(503, "stopping", "this process is being stopped");
        } catch (JournalException e) {
            LOG.atError().setCause(e).log("nothing can be kept");
            return error(503, "unavailable", "nothing can be kept at the moment");
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("a request failed");
            return error(500, "failed", "this is a bug");
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw Wrong.because(413, "body_too_large", "a body may have at most " + MAX_BYTES + " bytes");
        }
        return body;
    }

    private void requireLogin(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        if (given == null || !MessageDigest.isEqual(login, given.getBytes(StandardCharsets.UTF_8))) {
            throw Wrong.because(401, "unauthorized", "the login is not true");
        }
    }

    private static Call call(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getRawPath().substring(ROOT.length());
        try {
            return new Call(
                    exchange.getRequestMethod(),
                    List.of(path.split("/", -1)).stream().map(Api::decoded).toList(),
                    query(exchange.getRequestURI().getRawQuery()),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key"))
                            .filter(key -> !key.isBlank()),
                    body);
        } catch (IllegalArgumentException e) {
            throw Wrong.because(400, "malformed_path", String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Reply error(int status, String code, String detail) {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("code", code).put("detail", detail);
        return new Reply(status, body);
    }
}
