package io.onsale.standalone.child;

import io.onsale.standalone.ToldToUser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A JVM that is told its secrets on standard input, says {@code listening PORT} once it answers, and goes when its input ends. */
public final class ChildJvm {

    private static final Logger LOG = LoggerFactory.getLogger(ChildJvm.class);
    private static final String LISTENING = "listening ";
    /** What the child may know of our environment; it may hold secrets. */
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL");

    private final String name;
    private final Process process;
    private final Duration stopPatience;
    private final CompletableFuture<Integer> listening = new CompletableFuture<>();

    private ChildJvm(String name, Process process, Duration stopPatience) {
        this.name = name;
        this.process = process;
        this.stopPatience = stopPatience;
    }

    /**
     * Launches it; {@link #awaitPort} says when it answers.
     *
     * @param builder its command; of our environment the child keeps what is no secret
     * @param besides what it is told in its environment besides
     * @param stopPatience how long it may take to go by itself
     */
    public static ChildJvm launch(
            String name, ProcessBuilder builder, Map<String, String> besides, Duration stopPatience) {
        builder.environment().keySet().retainAll(ENVIRONMENT);
        builder.environment().putAll(besides);
        ChildJvm child = new ChildJvm(name, started(builder), stopPatience);
        Thread.ofPlatform().daemon().name("output of " + name).start(child::readOutput);
        return child;
    }

    public Process process() {
        return process;
    }

    private static Process started(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ToldToUser("can't start another JVM: " + e.getMessage(), e);
        }
    }

    /**
     * Tells it what no command line may show, a line each, and waits until it listens. Standard input stays open: its end would be the child's.
     *
     * @throws ChildEndedException where it ends before
     */
    public void awaitPort(List<String> secrets, Duration patience) throws ChildEndedException {
        try {
            tell(secrets);
            listening.get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | IOException e) {
            throw new ChildEndedException(exit(), e);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw new ToldToUser(name + " did not start within " + patience.toSeconds() + " s; see the log", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ToldToUser("interrupted while " + name + " was starting", e);
        }
    }

    private void tell(List<String> secrets) throws IOException {
        OutputStream input = process.getOutputStream();
        for (String secret : secrets) {
            input.write((secret + "\n").getBytes(StandardCharsets.UTF_8));
        }
        input.flush();
    }

    /** Its own last word; without one in time, none. */
    private int exit() {
        return process.onExit()
                .orTimeout(stopPatience.toSeconds(), TimeUnit.SECONDS)
                .exceptionallyCompose(late -> process.destroyForcibly().onExit())
                .join()
                .exitValue();
    }

    /** Where it listens, once it does. */
    int port() {
        return listening.join();
    }

    private void readOutput() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(LISTENING)) {
                    listening.complete(Integer.valueOf(line.substring(LISTENING.length())));
                } else {
                    LOG.atInfo()
                            .addKeyValue("child", name)
                            .addKeyValue("line", line)
                            .log("a child process says");
                }
            }
            listening.completeExceptionally(new IOException("it ended before it listened"));
        } catch (IOException e) {
            listening.completeExceptionally(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Ends the child's input, upon which it finishes what it does and goes. */
    public void stop() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(stopPatience.toSeconds(), TimeUnit.SECONDS)) {
                LOG.atWarn()
                        .addKeyValue("child", name)
                        .addKeyValue("pid", process.pid())
                        .log("a child process did not stop and is killed");
            }
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("child", name).setCause(e).log("a child process's input was already closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
