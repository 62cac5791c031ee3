package io.onsale.topologies.kit;

import java.time.Duration;

/** A pause after each failure, twice as long as the one before, up to a limit. */
final class Backoff {

    private final long shortest;
    private final long longest;
    private long pause;
    private long since = System.nanoTime();

    Backoff(Duration shortest, Duration longest) {
        this.shortest = shortest.toNanos();
        this.longest = longest.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - since >= pause;
    }

    void begin() {
        since = System.nanoTime();
        pause = Math.clamp(pause * 2, shortest, longest);
    }

    void reset() {
        pause = 0;
    }
}
