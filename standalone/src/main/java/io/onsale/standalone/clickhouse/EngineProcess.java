package io.onsale.standalone.clickhouse;

import io.onsale.standalone.child.Child;
import io.onsale.standalone.child.ChildJvm;
import io.onsale.standalone.clickhouse.server.ExitStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** One run of the child process, from its start to its end. */
final class EngineProcess implements Child {

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private final ChildJvm child;
    private final int port;

    private EngineProcess(ChildJvm child, int port) {
        this.child = child;
        this.port = port;
    }

    /** Returns when the child answers requests. */
    static EngineProcess start(Path library, EngineOptions options, int port, Credentials writer, Credentials reader) {
        ChildJvm child = launch(library, options.data(), port);
        Process process = child.process();
        Errors errors = Errors.of(process);
        try {
            String secrets = writer.password() + "\n" + reader.password() + "\n";
            return new EngineProcess(child, child.awaitPort(secrets, START_PATIENCE));
        } catch (ExecutionException | IOException e) {
            throw failed(process, errors, options, port, e);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw new EngineUnavailableException(
                    "ClickHouse's engine did not start within " + START_PATIENCE.toSeconds() + " s; see the log", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new EngineUnavailableException("interrupted while ClickHouse's engine was starting", e);
        }
    }

    private static ChildJvm launch(Path library, Path data, int port) {
        ProcessBuilder builder = new ProcessBuilder(ChildCommand.of(library, data, port));
        try {
            return ChildJvm.launch("ClickHouse", builder, Map.of("TZ", "UTC"), STOP_PATIENCE);
        } catch (IOException e) {
            throw new EngineUnavailableException("can't start a second JVM: " + e.getMessage(), e);
        }
    }

    private static EngineUnavailableException failed(
            Process process, Errors errors, EngineOptions options, int port, Exception cause) {
        int exit = process.onExit().join().exitValue();
        ExitStatus status = ExitStatus.of(exit).orElse(ExitStatus.ENGINE_FAILED);
        return new EngineUnavailableException(
                switch (status) {
                    case DATA_IN_USE ->
                        "the data directory " + options.data()
                                + " is in use by another Onsale; stop that one or choose another directory";
                    case PORT_IN_USE ->
                        "port " + port + " for ClickHouse is in use; choose another, or 0 for any free one";
                    case ENGINE_FAILED ->
                        "ClickHouse's engine can't open " + options.data() + ": " + errors.reason() + " (exit " + exit
                                + "); mend that, or set CLICKHOUSE_URL to a server";
                },
                cause);
    }

    int port() {
        return port;
    }

    @Override
    public long pid() {
        return child.pid();
    }

    @Override
    public CompletableFuture<Process> onExit() {
        return child.onExit();
    }

    @Override
    public void stop() {
        child.stop();
    }
}
