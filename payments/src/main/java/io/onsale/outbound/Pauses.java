package io.onsale.outbound;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Growing pauses between attempts, each a little different, so that what failed together is not tried again together. */
record Pauses(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    /** The pause after so many failures, of which there was at least one. */
    Duration after(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        long bounded = Math.min(longest.toMillis(), doubled);
        return Duration.ofMillis(bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1));
    }
}
