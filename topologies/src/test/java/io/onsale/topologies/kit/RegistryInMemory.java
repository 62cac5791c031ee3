package io.onsale.topologies.kit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of a schema registry as serdes need, over HTTP on the loopback. */
public final class RegistryInMemory implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_ID = 1_000;
    private static final String BY_ID = "/schemas/ids/";

    private final HttpServer server;
    private final SchemaRegistryClient client;
    /** A schema's id is its place, counted from {@link #FIRST_ID}, so that small numbers in garbage are no ids. */
    private final List<String> schemas = new CopyOnWriteArrayList<>();

    public RegistryInMemory() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        client = new SchemaRegistryClient(
                RegistrySettings.of("http://127.0.0.1:" + server.getAddress().getPort())
                        .withPatience(Duration.ofMillis(200)));
    }

    public AvroSerdes serdes() {
        return new AvroSerdes(client, Registration.REGISTER);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith(BY_ID)) {
                byId(exchange, Integer.parseInt(path.substring(BY_ID.length())));
            } else {
                register(exchange);
            }
        }
    }

    private void byId(HttpExchange exchange, int id) throws IOException {
        int place = id - FIRST_ID;
        if (place < 0 || place >= schemas.size()) {
            send(exchange, 404, "{\"error_code\":40403,\"message\":\"no such schema\"}");
        } else {
            send(
                    exchange,
                    200,
                    JSON.createObjectNode().put("schema", schemas.get(place)).toString());
        }
    }

    private synchronized void register(HttpExchange exchange) throws IOException {
        String schema = JSON.readTree(exchange.getRequestBody().readAllBytes())
                .path("schema")
                .asText();
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        send(exchange, 200, "{\"id\":" + (FIRST_ID + schemas.indexOf(schema)) + "}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        client.close();
        server.stop(0);
    }
}
