package io.onsale.standalone.system;

import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.standalone.Endpoints;
import io.onsale.standalone.audit.Audit;
import io.onsale.standalone.audit.AuditReport;
import io.onsale.standalone.audit.AuditSettings;
import io.onsale.standalone.crowd.CrowdTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** A whole system in a process of its own, on ports that it keeps, started and killed at will. */
final class ChildSystem implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final CrowdTokens tokens;
    private final List<Integer> ports;
    private Process process;
    private long startedAt;

    ChildSystem(Path folder, CrowdTokens tokens) throws IOException {
        this.folder = folder;
        this.tokens = tokens;
        this.ports = freePorts(5);
        this.process = launch();
    }

    static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    List<URI> edges() {
        return IntStream.of(0, 1)
                .mapToObj(edge -> URI.create("http://127.0.0.1:" + ports.get(edge)))
                .toList();
    }

    /** Starts it anew, on what the last one left. */
    void start() throws IOException {
        process = launch();
    }

    private Process launch() throws IOException {
        startedAt = System.nanoTime();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx768m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.add("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.onsale");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ChaosMain.class.getName()));
        command.add(folder.resolve("data").toString());
        ports.forEach(port -> command.add(port.toString()));
        command.addAll(List.of(tokens.issuer(), tokens.publicJwk()));
        Redirect output = Redirect.appendTo(folder.resolve("output.log").toFile());
        return new ProcessBuilder(command)
                .redirectOutput(output)
                .redirectError(output)
                .start();
    }

    /** Waits until both edges are ready and tells how long that took from the start. */
    Duration awaitReady() {
        Journal nobodys = new Journal();
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended; see " + folder.resolve("output.log"));
            }
            return edges().stream().allMatch(edge -> isReady(new EdgeApi(edge, nobodys)));
        });
        return sinceStart();
    }

    /** Waits until both edges have accepted a write and tells how long that took from the start. */
    Duration awaitWrites() {
        Journal nobodys = new Journal();
        for (URI edge : edges()) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> takesSignUps(new EdgeApi(edge, nobodys)));
        }
        return sinceStart();
    }

    private static boolean takesSignUps(EdgeApi edge) {
        String email = UUID.randomUUID() + "@example.com";
        return edge.signUp(email, email, "First again", "fan").status() == 201;
    }

    private static boolean isReady(EdgeApi edge) {
        try {
            return edge.get("/readyz").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** Kills all of it at once, the engine too. */
    void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        children.forEach(child -> child.onExit().join());
    }

    /** Kills ClickHouse's engine alone. */
    void killEngine() {
        process.children().forEach(ProcessHandle::destroyForcibly);
    }

    AuditReport audit(Path answers, boolean restarts) {
        Endpoints at = Endpoints.running(folder.resolve("data")).orElseThrow();
        Endpoints.Login reader = at.clickhouse().reader();
        return Audit.run(AuditSettings.of(at.kafka(), RegistrySettings.of(at.registry()))
                .withAnswers(answers)
                .withRestarts(restarts)
                .withPatience(PATIENCE)
                .withClickHouse(URI.create(at.clickhouse().url()), reader.user(), reader.password()));
    }

    @Override
    public void close() {
        kill();
    }
}
