package io.onsale.topologies.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** A schema registry that takes every schema and gives it back by its id. */
final class TinyRegistry implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<String> schemas = new ArrayList<>();

    TinyRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/schemas/ids/", this::find);
        server.createContext("/subjects/", this::register);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void register(HttpExchange exchange) throws IOException {
        String schema = JSON.readTree(exchange.getRequestBody()).path("schema").asText();
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        answer(exchange, 200, JSON.createObjectNode().put("id", schemas.indexOf(schema) + 1));
    }

    private void find(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        if (id < 1 || id > schemas.size()) {
            ObjectNode unknown =
                    JSON.createObjectNode().put("error_code", 40403).put("message", "Schema not found");
            answer(exchange, 404, unknown);
        } else {
            answer(exchange, 200, JSON.createObjectNode().put("schema", schemas.get(id - 1)));
        }
    }

    private static void answer(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
