package io.onsale.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Just enough of a registry to test its client with, and ways to make it misbehave. */
public final class FakeRegistry implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<String, Answer> planned = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile @Nullable String lastAuthorization;

    public FakeRegistry() {
        this(0);
    }

    /** A registry on a port that was free a moment ago. */
    public FakeRegistry(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** A client that gives up soon. */
    public SchemaRegistryClient client() {
        return client(Duration.ofMillis(200));
    }

    public SchemaRegistryClient client(Duration patience) {
        return new SchemaRegistryClient(RegistrySettings.of(url()).withPatience(patience));
    }

    /** Puts a schema there as if somebody had registered it. */
    public int add(String schema) {
        return ids.computeIfAbsent(schema, text -> ids.size() + 1);
    }

    /** Answers a path with exactly this. */
    public void plan(String path, int status, String body) {
        planned.put(path, new Answer(status, body));
    }

    /** Answers the next requests with HTTP 500. */
    public void failNext(int requestCount) {
        failures.set(requestCount);
    }

    public List<String> requests() {
        return requests;
    }

    public @Nullable String lastAuthorization() {
        return lastAuthorization;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(exchange.getRequestMethod() + ' ' + path);
        lastAuthorization = exchange.getRequestHeaders().getFirst("Authorization");
        Answer answer = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                ? new Answer(500, error(50001, "out of order"))
                : answer(path, body);
        byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer answer(String path, byte[] body) throws IOException {
        Answer plan = planned.get(path);
        if (plan != null) {
            return plan;
        }
        if (path.startsWith("/schemas/ids/")) {
            return schema(Integer.parseInt(path.substring("/schemas/ids/".length())));
        }
        JsonNode schema = JSON.readTree(body).path("schema");
        if (path.endsWith("/versions")) {
            return new Answer(
                    200, JSON.createObjectNode().put("id", add(schema.asText())).toString());
        }
        Integer id = ids.get(schema.asText());
        return id == null
                ? new Answer(404, error(40403, "Schema not found"))
                : new Answer(200, JSON.createObjectNode().put("id", id).toString());
    }

    private Answer schema(int id) {
        for (Map.Entry<String, Integer> entry : ids.entrySet()) {
            if (entry.getValue() == id) {
                ObjectNode found = JSON.createObjectNode().put("schema", entry.getKey());
                return new Answer(200, found.toString());
            }
        }
        return new Answer(404, error(40403, "Schema " + id + " not found"));
    }

    private static String error(int code, String message) {
        return JSON.createObjectNode()
                .put("error_code", code)
                .put("message", message)
                .toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Answer(int status, String body) {}
}
