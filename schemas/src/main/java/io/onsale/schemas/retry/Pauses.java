package io.onsale.schemas.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between attempts, each twice as long as the one before, up to the longest. */
public record Pauses(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    /** The pause after so many failures in a row, of which there was at least one. */
    public Duration after(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        return Duration.ofMillis(Math.min(longest.toMillis(), doubled));
    }

    /** The same, at random up to half shorter, so that what failed together is not tried again together. */
    public Duration scattered(int failures) {
        long half = after(failures).toMillis() / 2;
        return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
    }
}
