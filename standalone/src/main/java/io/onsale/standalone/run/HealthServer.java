package io.onsale.standalone.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.onsale.standalone.ToldToUser;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Says how a process without an API is: {@code /livez}, {@code /readyz}, {@code /metrics}. */
public final class HealthServer implements AutoCloseable {

    private final HttpServer server;

    private HealthServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Serves until closed.
     *
     * @param troubles why it is not ready; empty where it is
     */
    public static HealthServer start(String address, int port, Supplier<List<String>> troubles) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
            addTo(server, troubles);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return new HealthServer(server);
        } catch (IOException e) {
            throw cannotListen(address, port, e);
        }
    }

    /** Adds its pages to a server of somebody else's that is not started yet. */
    static void addTo(HttpServer server, Supplier<List<String>> troubles) {
        DefaultExports.initialize();
        server.createContext("/livez", exchange -> answer(exchange, 200, "text/plain", "alive\n"));
        server.createContext("/readyz", exchange -> ready(exchange, troubles.get()));
        server.createContext("/metrics", exchange -> answer(exchange, 200, TextFormat.CONTENT_TYPE_004, metrics()));
    }

    static ToldToUser cannotListen(String address, int port, IOException e) {
        return new ToldToUser(
                "cannot listen on " + address + ":" + port + ": " + e.getMessage() + "; set ONSALE_PORT", e);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void ready(HttpExchange exchange, List<String> troubles) throws IOException {
        if (troubles.isEmpty()) {
            answer(exchange, 200, "text/plain", "ready\n");
        } else {
            answer(exchange, 503, "text/plain", String.join("\n", troubles) + "\n");
        }
    }

    private static String metrics() throws IOException {
        StringWriter text = new StringWriter();
        TextFormat.write004(text, CollectorRegistry.defaultRegistry.metricFamilySamples());
        return text.toString();
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
