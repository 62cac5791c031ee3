package io.onsale.standalone.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.payments.simulator.SimulatorMain;
import io.onsale.schemas.privacy.WebhookSignature;
import io.onsale.standalone.ToldToUser;
import io.onsale.standalone.child.Child;
import io.onsale.standalone.child.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;

/** One run of the child process, from its start to its end. */
final class GatewayProcess implements Child {

    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
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

    private final ChildJvm child;
    private final int port;

    private GatewayProcess(ChildJvm child, int port) {
        this.child = child;
        this.port = port;
    }

    /** Returns when the child answers requests. */
    static GatewayProcess start(GatewayOptions options) {
        ChildJvm child = launch(options);
        String secrets = options.login() + "\n" + options.webhooks() + "\n" + options.secret() + "\n";
        try {
            return new GatewayProcess(child, child.awaitPort(secrets, START_PATIENCE));
        } catch (ExecutionException | IOException | TimeoutException e) {
            child.process().destroyForcibly();
            throw new ToldToUser(
                    "the simulated gateway did not start on port " + options.port() + " with " + options.data()
                            + "; the log says why",
                    e);
        } catch (InterruptedException e) {
            child.process().destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ToldToUser("interrupted while the simulated gateway was starting", e);
        }
    }

    private static ChildJvm launch(GatewayOptions options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", classPath(), SimulatorMain.class.getName()));
        command.addAll(List.of(options.data().resolve("journal.jsonl").toString(), String.valueOf(options.port())));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        try {
            return ChildJvm.launch("simulated gateway", builder, Map.of(), STOP_PATIENCE);
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
