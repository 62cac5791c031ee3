package io.onsale.payments.simulator.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does things later, each on a virtual thread of its own. */
public final class Later implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Later.class);

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("later").daemon().factory());
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Does it then, unless the process has stopped. */
    public void after(Duration delay, Runnable task) {
        try {
            var unused = clock.schedule(
                    () -> Thread.ofVirtual().start(() -> attempt(task)), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.atDebug().log("too late to begin anything");
        }
    }

    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("something failed that nobody waits for");
        }
    }

    /** Lets a caller wait, at most until the process stops. */
    public void await(Duration delay) throws InterruptedException {
        var unused = closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closing.countDown();
        clock.shutdownNow();
    }
}
