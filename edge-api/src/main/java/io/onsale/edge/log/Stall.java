package io.onsale.edge.log;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Notices that the log takes nothing any more: something was sent, and for some time nothing at all has been acknowledged.
 *
 * <p>What is under way fails by itself after a while. Then one more may try, so the log's return is noticed as well.
 */
final class Stall {

    private final long patienceNanos;
    private final AtomicInteger unacknowledged = new AtomicInteger();
    private volatile long progressNanos = System.nanoTime();

    Stall(Duration patience) {
        this.patienceNanos = patience.toNanos();
    }

    void sent() {
        if (unacknowledged.getAndIncrement() == 0) {
            progressNanos = System.nanoTime();
        }
    }

    void acknowledged() {
        unacknowledged.decrementAndGet();
        progressNanos = System.nanoTime();
    }

    void failed() {
        unacknowledged.decrementAndGet();
    }

    boolean isStalled() {
        return unacknowledged.get() > 0 && System.nanoTime() - progressNanos > patienceNanos;
    }
}
