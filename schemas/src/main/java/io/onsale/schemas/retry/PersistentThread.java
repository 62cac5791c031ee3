package io.onsale.schemas.retry;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread whose work is started anew, again and again until it works, whatever ended it. */
public final class PersistentThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PersistentThread.class);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Pauses pauses;
    private final Duration healthyRun;
    private final Runnable work;
    private final Runnable restarted;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private int failures;
    private long begun;

    /**
     * A thread that has not begun.
     *
     * @param healthyRun a run this long says that the last failure is over and done with
     * @param work goes on until {@link #isClosing()}, and says {@link #goesWell()} now and then
     * @param restarted is told of every failure
     */
    public PersistentThread(String name, Pauses pauses, Duration healthyRun, Runnable work, Runnable restarted) {
        this.pauses = pauses;
        this.healthyRun = healthyRun;
        this.work = work;
        this.restarted = restarted;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Whether the work is to end what it is at. */
    public boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** What made it start anew, until it has worked for a while since. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** To be called by the work alone. */
    public void goesWell() {
        if (failures > 0 && System.nanoTime() - begun > healthyRun.toNanos()) {
            failures = 0;
            failure.set(null);
        }
    }

    /** Tells the work to end what it is at, and does not wait for it. */
    public void stop() {
        closing.countDown();
    }

    /** The same, and waits; interrupts the work where that takes too long. */
    @Override
    public void close() {
        stop();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!thread.join(GRACE)) {
                thread.interrupt();
                thread.join(GRACE);
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isClosing()) {
            begun = System.nanoTime();
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                pauseAfter(e);
            }
        }
    }

    private void pauseAfter(Throwable trouble) {
        if (isClosing()) {
            LOG.atWarn()
                    .addKeyValue("thread", thread.getName())
                    .setCause(trouble)
                    .log("has not ended cleanly");
            return;
        }
        failure.set(trouble);
        failures++;
        restarted.run();
        Duration pause = pauses.scattered(failures);
        LOG.atError()
                .addKeyValue("thread", thread.getName())
                .addKeyValue("again_in_ms", pause.toMillis())
                .setCause(trouble)
                .log("failed; starting anew");
        try {
            var unused = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Only close() interrupts.
            Thread.currentThread().interrupt();
        }
    }
}
