package io.onsale.edge.views.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * What time it is where the log is written: the newest fact's time, and what has passed since it came into view.
 *
 * <p>Not safe for several threads: a lock of its owner's guards it.
 */
final class LogClock {
    private final LongSupplier nanos;
    private Instant newest = Instant.EPOCH;
    private long since;

    /** A clock that has seen nothing, by a count of nanoseconds that never goes back. */
    LogClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A fact comes into view. */
    void saw(Instant at) {
        newest = at;
        since = nanos.getAsLong();
    }

    Instant now() {
        return newest.plus(Duration.ofNanos(nanos.getAsLong() - since));
    }
}
