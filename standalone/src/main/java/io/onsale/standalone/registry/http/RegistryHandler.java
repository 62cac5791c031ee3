package io.onsale.standalone.registry.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.onsale.standalone.registry.rules.RegistryError;
import io.onsale.standalone.registry.store.SchemaLog;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns HTTP exchanges into requests, and answers and refusals into JSON. */
public final class RegistryHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryHandler.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    // A record of the log may have a megabyte, and the schema is in it as a string.
    private static final int LARGEST_BODY = 900_000;

    private final Routes routes = new Routes();
    private final HostRule hosts;

    public RegistryHandler(SchemaLog log, HostRule hosts) {
        this.hosts = hosts;
        new SubjectRoutes(log).addTo(routes);
        new SchemaRoutes(log).addTo(routes);
        new SettingRoutes(log).addTo(routes);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Result result = result(exchange);
            byte[] body = JSON.writeValueAsBytes(result.body);
            exchange.getResponseHeaders().set("Content-Type", MEDIA_TYPE);
            exchange.sendResponseHeaders(result.status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Result result(HttpExchange exchange) throws IOException {
        try {
            hosts.check(exchange);
            JsonNode body = body(exchange);
            List<String> path = Routes.segments(exchange.getRequestURI().getRawPath()).stream()
                    .map(RegistryHandler::decode)
                    .toList();
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            return new Result(200, routes.answer(exchange.getRequestMethod(), path, query, body));
        } catch (RegistryError refusal) {
            if (refusal.status() >= 500) {
                LOG.warn("the schema registry could not answer: {}", refusal.getMessage());
            }
            return Result.error(refusal.status(), refusal.code(), refusal.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("the schema registry failed on {} {}", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            return Result.error(500, 50001, "Error in the schema registry");
        }
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new RegistryError(413, 413, "A request may have " + LARGEST_BODY + " bytes");
        }
        try {
            return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new RegistryError(400, 400, "Not JSON: " + e.getOriginalMessage());
        }
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            query.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return query;
    }

    private static String decode(String raw) {
        try {
            // A plus means itself, as in any part of an address but a form.
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RegistryError(400, 400, "Not an address: " + raw);
        }
    }

    private record Result(int status, Object body) {
        static Result error(int status, int code, @Nullable String message) {
            return new Result(status, Map.of("error_code", code, "message", message == null ? "" : message));
        }
    }
}
