package io.onsale.standalone.clickhouse;

import io.onsale.standalone.child.Child;
import io.onsale.standalone.clickhouse.server.ExitStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the child process, from its start to its end. */
final class EngineProcess implements Child {

    private static final Logger LOG = LoggerFactory.getLogger(EngineProcess.class);
    private static final String LISTENING = "listening ";
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    /** What the child may know of our environment; it may hold secrets. */
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL");

    private final Process process;
    private final int port;

    private EngineProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when the child answers requests. */
    static EngineProcess start(Path library, EngineOptions options, int port, Credentials writer, Credentials reader) {
        Process process = launch(library, options.data(), port);
        CompletableFuture<Integer> listening = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("clickhouse-output").start(() -> readOutput(process, listening));
        Errors errors = Errors.of(process);
        try {
            send(process, writer.password() + "\n" + reader.password() + "\n");
            int actual = listening.get(START_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new EngineProcess(process, actual);
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

    private static Process launch(Path library, Path data, int port) {
        ProcessBuilder builder = new ProcessBuilder(ChildCommand.of(library, data, port));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(ENVIRONMENT);
        environment.put("TZ", "UTC");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new EngineUnavailableException("can't start a second JVM: " + e.getMessage(), e);
        }
    }

    /** Standard input stays open: its end would be the child's. */
    private static void send(Process process, String passwords) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write(passwords.getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    private static void readOutput(Process process, CompletableFuture<Integer> listening) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(LISTENING)) {
                    listening.complete(Integer.valueOf(line.substring(LISTENING.length())));
                } else {
                    LOG.atInfo().addKeyValue("line", line).log("ClickHouse says");
                }
            }
            listening.completeExceptionally(new IOException("it ended before it listened"));
        } catch (IOException e) {
            listening.completeExceptionally(e);
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
        return process.pid();
    }

    @Override
    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Ends the child's input, upon which it finishes what it runs and goes. */
    @Override
    public void stop() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.atWarn().addKeyValue("pid", process.pid()).log("ClickHouse did not stop and is killed");
            }
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("ClickHouse's input was already closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
