package io.onsale.analytics.sink;

import java.time.Duration;

/** Growing intervals between attempts, for as long as they fail; for one thread. */
final class Backoff {
    private final Duration shortest;
    private final Duration longest;
    private int failures;
    private long notBefore;

    Backoff(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    Duration failed(long now) {
        long factor = 1L << Math.min(failures, 20);
        long interval = Math.min(longest.toMillis(), shortest.toMillis() * factor);
        failures++;
        notBefore = now + interval;
        return Duration.ofMillis(interval);
    }

    void succeeded() {
        failures = 0;
    }

    /** Whether the last attempt failed. */
    boolean isActive() {
        return failures > 0;
    }

    boolean mayTry(long now) {
        return !isActive() || now >= notBefore;
    }
}
