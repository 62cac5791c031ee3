package io.onsale.standalone.system;

import io.onsale.standalone.Progress;
import io.onsale.standalone.StandaloneSettings;
import io.onsale.standalone.StandaloneSettings.Ports;
import io.onsale.standalone.cli.DataFolder;
import io.onsale.standalone.cli.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Starts a system in a JVM that is already going away. */
final class StoppedBeforeItStarts {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(3);

    private final Thread starting = Thread.currentThread();
    private final CountDownLatch goingAway = new CountDownLatch(1);
    private final Progress said = Progress.toStandardError();

    private StoppedBeforeItStarts() {}

    public static void main(String[] arguments) throws IOException {
        StoppedBeforeItStarts stopped = new StoppedBeforeItStarts();
        DataFolder folder = DataFolder.temporary();
        StandaloneSettings settings = new StandaloneSettings(folder.path(), Ports.FREE, Map.of(), Optional.empty());
        Running.start(folder, settings, stopped::say).close();
    }

    private void say(String line) {
        said.say(line);
        if (line.startsWith("Starting")) {
            terminate();
        } else if (line.startsWith("Stopping")) {
            goingAway.countDown();
            awaitFailure();
        }
    }

    /** Before the parts hear of the stop, so that the start gets to what can't be started in such a JVM. */
    private void awaitFailure() {
        try {
            var unused = starting.join(LONG_ENOUGH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void terminate() {
        try {
            new ProcessBuilder(
                            "kill",
                            "-TERM",
                            Long.toString(ProcessHandle.current().pid()))
                    .start();
            goingAway.await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
