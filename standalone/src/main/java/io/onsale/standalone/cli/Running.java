package io.onsale.standalone.cli;

import io.onsale.standalone.Endpoints;
import io.onsale.standalone.Parts;
import io.onsale.standalone.Progress;
import io.onsale.standalone.Standalone;
import io.onsale.standalone.StandaloneSettings;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/**
 * A system that stops cleanly, whether its command ends or somebody presses Ctrl-C, also while it starts.
 *
 * <p>Its one hook is there before its first part. It lets a start come to the end of the step it is at, closes the parts, waits until the
 * command's thread has let go, and only then removes a temporary folder, because nothing must be pulled from under what still runs.
 */
public final class Running implements AutoCloseable {

    private static final Duration START_ENDS = Duration.ofSeconds(10);
    private static final Duration LETS_GO_BY_ITSELF = Duration.ofSeconds(5);
    private static final Duration LETS_GO = Duration.ofSeconds(10);

    private final DataFolder folder;
    private final StandaloneSettings settings;
    private final Progress progress;
    private final Parts parts = new Parts();
    private final Thread command = Thread.currentThread();
    private final CountDownLatch commandIsThrough = new CountDownLatch(1);
    private volatile boolean signalled;
    private volatile @Nullable Standalone system;
    private boolean stopped;

    private Running(DataFolder folder, StandaloneSettings settings, Progress progress) {
        this.folder = folder;
        this.settings = settings;
        this.progress = progress;
    }

    /** Starts everything in the folder; the thread that calls is the one that works with it and is interrupted by a signal. */
    public static Running start(DataFolder folder, StandaloneSettings settings, Progress progress) {
        Running running = new Running(folder, settings, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(running::stopAtSignal, "stop"));
        try {
            running.start();
            return running;
        } catch (RuntimeException | Error failure) {
            // An Error too: classes that want a hook of their own cannot be initialized while the JVM goes away.
            running.close();
            throw failure;
        }
    }

    private void start() {
        folder.make();
        LogFile.in(settings.data());
        explainHalts();
        progress.say("Starting Onsale on " + settings.data().toAbsolutePath().normalize());
        Standalone started = Standalone.start(settings, parts, progress);
        system = started;
        parts.requireWanted();
        started.endpoints().noteIn(settings.data());
        started.endpoints().noteIn(Endpoints.cache());
    }

    /** Kafka halts the process when it can no longer write its log, which says nothing to whoever watches the terminal. */
    private void explainHalts() {
        Exit.setHaltProcedure((status, message) -> {
            System.err.println("onsale: Kafka cannot write to " + settings.data()
                    + " any more, so everything stops; is the disk full?"
                    + " What was acknowledged is kept. The log is "
                    + settings.data().resolve("onsale.log"));
            Runtime.getRuntime().halt(status);
        });
    }

    public Standalone system() {
        Standalone started = system;
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    /** Waits until somebody ends the process. */
    void awaitSignal() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** Stops, for the command; once a signal has come, the process ends before this returns. */
    @Override
    public void close() {
        commandIsThrough.countDown();
        stop();
        while (signalled) {
            // What the command would say of a system that was closed under it is nobody's concern.
            awaitEndOfProcess();
        }
    }

    private void stopAtSignal() {
        if (!isStopped()) {
            signalled = true;
            stop();
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        progress.say("Stopping …");
        parts.refuseMore();
        Standalone started = system;
        if (started != null) {
            started.endpoints().forgetIn(settings.data());
            started.endpoints().forgetIn(Endpoints.cache());
            interruptTheCommand();
        } else {
            awaitEndOfStart();
        }
        parts.close();
        awaitTheCommand();
        folder.close();
        progress.say("Stopped.");
    }

    /** Not by interrupting it: an interrupted broker would call its disk broken. */
    private void awaitEndOfStart() {
        try {
            var unused = commandIsThrough.await(START_ENDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void interruptTheCommand() {
        if (commandIsThrough.getCount() > 0) {
            command.interrupt();
        }
    }

    private void awaitTheCommand() {
        try {
            if (!commandIsThrough.await(LETS_GO_BY_ITSELF.toMillis(), TimeUnit.MILLISECONDS)) {
                interruptTheCommand();
                var unused = commandIsThrough.await(LETS_GO.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEndOfProcess() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException late) {
            // The hook's interruption may come after all was said; the process is ending.
        }
    }
}
