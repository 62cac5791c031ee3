package io.onsale.benchmarks.queue;

import io.onsale.benchmarks.load.LeanHttp;
import io.onsale.edge.auth.QueueTokens;
import io.onsale.standalone.Endpoints;
import io.onsale.standalone.Keys;
import io.onsale.standalone.ToldToUser;
import io.onsale.standalone.cli.DataFolder;
import io.onsale.standalone.cli.Onsale;
import io.onsale.standalone.kafka.Ports;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A whole system in a process of its own, as {@code ./onsale up} has it: its memory is not the load's, and it can be killed. */
final class RoomSystem implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOOK_NANOS = Duration.ofMillis(10).toNanos();
    private static final Duration SETTLES = Duration.ofSeconds(2);

    private final DataFolder folder;
    private final int port;
    private Process process;
    private long startedAt;

    private RoomSystem(DataFolder folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    /** On a temporary folder; returns when it is ready. */
    static RoomSystem start() throws IOException {
        RoomSystem system = new RoomSystem(DataFolder.temporary(), Ports.free());
        System.err.printf("a system of its own is ready after %.1f s%n", system.awaitReady());
        return system;
    }

    private Process launch() throws IOException {
        startedAt = System.nanoTime();
        List<String> command = new ArrayList<>();
        command.add(java("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Onsale.class.getName(), "up"));
        command.addAll(List.of("--data", folder.path().toString(), "--port", Integer.toString(port)));
        command.addAll(List.of("--kafka-port", "0", "--registry-port", "0", "--clickhouse-port", "0"));
        command.addAll(List.of("--gateway-port", "0"));
        Redirect output = Redirect.appendTo(folder.path().resolve("up.log").toFile());
        return new ProcessBuilder(command)
                .redirectOutput(output)
                .redirectError(output)
                .start();
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    /** Waits until it says that it is ready, and returns the seconds since it was started. */
    double awaitReady() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new ToldToUser("the system did not become ready; see " + folder.path());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return (System.nanoTime() - startedAt) / 1e9;
    }

    /** Seconds since it was started last. */
    double sinceStart() {
        return (System.nanoTime() - startedAt) / 1e9;
    }

    private boolean isReady() {
        try (LeanHttp http = new LeanHttp(edge())) {
            return http.get("/readyz", "").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    URI edge() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What is noted of it once it is ready. */
    Endpoints endpoints() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var noted = Endpoints.running(folder.path()).filter(found -> found.pid() == process.pid());
            if (noted.isPresent()) {
                return noted.get();
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new ToldToUser("the system did not say where it listens");
    }

    /** Makes the tokens that its edge would. */
    QueueTokens queueTokens() {
        return new QueueTokens(Keys.of(folder.path()).process());
    }

    /** Its memory after a collection of garbage. */
    ProcessMemory memory() throws IOException, InterruptedException {
        LockSupport.parkNanos(SETTLES.toNanos());
        return ProcessMemory.of(java("jcmd"), process.pid());
    }

    /** Processor time it has used, ClickHouse's engine not counted. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** Kills all of it at once, as a power cut would, and starts it anew on what is left. */
    void restart() throws IOException {
        kill();
        process = launch();
    }

    private void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        children.forEach(child -> child.onExit().join());
    }

    @Override
    public void close() {
        kill();
        folder.close();
    }
}
