package io.onsale.standalone.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.payments.simulator.SimulatorMain;
import io.onsale.schemas.privacy.WebhookSignature;
import io.onsale.standalone.ToldToUser;
import io.onsale.standalone.child.Child;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the child process, from its start to its end. */
final class GatewayProcess implements Child {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayProcess.class);
    private static final String LISTENING = "listening ";
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
    /** What the child may know of our environment; it may hold secrets. */
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL");

    private static final List<String> JVM = List.of(
            "-Xmx96m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            // Otherwise every answer waits for an acknowledgement, 40 ms.
            "-Dsun.net.httpserver.nodelay=true",
            // Longer than clients keep an idle connection, so that it's them who close it.
            "-Dsun.net.httpserver.idleInterval=300");

    private final Process process;
    private final int port;

    private GatewayProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when the child answers requests. */
    static GatewayProcess start(GatewayOptions options) {
        Process process = launch(options);
        CompletableFuture<Integer> listening = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("gateway-output").start(() -> read(process, listening));
        try {
            tell(process, options);
            return new GatewayProcess(process, listening.get(START_PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | IOException | TimeoutException e) {
            process.destroyForcibly();
            throw new ToldToUser(
                    "the simulated gateway did not start on port " + options.port() + " with " + options.data()
                            + "; the log says why",
                    e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ToldToUser("interrupted while the simulated gateway was starting", e);
        }
    }

    private static Process launch(GatewayOptions options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", classPath(), SimulatorMain.class.getName()));
        command.addAll(List.of(options.data().resolve("journal.jsonl").toString(), String.valueOf(options.port())));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ToldToUser("can't start another JVM: " + e.getMessage(), e);
        }
    }

    /** Only the jars it needs. */
    private static String classPath() {
        return Stream.of(
                        SimulatorMain.class,
                        WebhookSignature.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonInclude.class,
                        Logger.class,
                        NullMarked.class)
                .map(GatewayProcess::location)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no path for " + type, e);
        }
    }

    /** Standard input stays open: its end would be the child's. */
    private static void tell(Process process, GatewayOptions options) throws IOException {
        OutputStream input = process.getOutputStream();
        String lines = options.login() + "\n" + options.webhooks() + "\n" + options.secret() + "\n";
        input.write(lines.getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    private static void read(Process process, CompletableFuture<Integer> listening) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(LISTENING)) {
                    listening.complete(Integer.valueOf(line.substring(LISTENING.length())));
                } else {
                    LOG.atInfo().addKeyValue("line", line).log("the simulated gateway says");
                }
            }
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("the simulated gateway's output ended");
        }
        listening.completeExceptionally(new IOException("it ended before it listened"));
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

    /** Ends the child's input, upon which it goes. */
    @Override
    public void stop() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.atWarn().addKeyValue("pid", process.pid()).log("the simulated gateway did not stop and is killed");
            }
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("the simulated gateway's input was already closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
