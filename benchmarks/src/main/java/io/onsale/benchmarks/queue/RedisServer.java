package io.onsale.benchmarks.queue;

import io.onsale.standalone.ToldToUser;
import io.onsale.standalone.cli.DataFolder;
import io.onsale.standalone.kafka.Ports;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The Redis of this machine, on a free port and a temporary folder. */
final class RedisServer implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_NANOS = 10_000_000;

    private final DataFolder folder = DataFolder.temporary();
    private final int port = Ports.free();
    private final Process process;

    /**
     * Starts it.
     *
     * @param fsync when its log of commands is synced: always, everysec or no
     */
    RedisServer(String fsync) throws IOException {
        List<String> command = List.of(
                "redis-server",
                "--bind",
                HOST,
                "--port",
                Integer.toString(port),
                "--dir",
                folder.path().toString(),
                "--save",
                "",
                "--appendonly",
                "yes",
                "--appendfsync",
                fsync);
        try {
            process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new ToldToUser("there is no redis-server on the PATH; install the package redis-server", e);
        }
        awaitAnswers();
    }

    private void awaitAnswers() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (RespClient client = client()) {
                client.ask("PING");
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    RespClient client() throws IOException {
        return new RespClient(HOST, port);
    }

    /** Processor time it has used. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        folder.close();
    }
}
