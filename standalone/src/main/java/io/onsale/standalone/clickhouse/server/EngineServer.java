package io.onsale.standalone.clickhouse.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP server in front of the engine, on the loopback address only. */
final class EngineServer {

    private static final int BACKLOG = 128;
    private static final int THREADS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpServer http;
    private final Slots slots;

    private EngineServer(HttpServer http, Slots slots) {
        this.http = http;
        this.slots = slots;
    }

    /** Binds first and opens the engine then, since a busy port is the cheaper failure. */
    static HttpServer bind(int port) throws IOException {
        return HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
    }

    static EngineServer start(HttpServer http, Engine engine, Users users) throws EngineException {
        Slots slots = new Slots();
        RequestGuard guard = new RequestGuard(http.getAddress().getPort());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        http.setExecutor(threads);
        http.createContext("/", new QueryHandler(new StatementRunner(engine), timezone(engine), users, guard, slots));
        http.start();
        return new EngineServer(http, slots);
    }

    private static String timezone(Engine engine) throws EngineException {
        byte[] sql = "SELECT timezone()".getBytes(StandardCharsets.UTF_8);
        try (EngineConnection connection = engine.connect(Role.READER, "default", Map.of());
                EngineResult result = connection.query(sql, "TSVRaw", Map.of())) {
            return result.text().strip();
        }
    }

    int port() {
        return http.getAddress().getPort();
    }

    /** Refuses new statements and waits for the running ones. */
    void drain() {
        slots.drain(PATIENCE);
        http.stop(0);
    }
}
