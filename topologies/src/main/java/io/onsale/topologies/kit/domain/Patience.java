package io.onsale.topologies.kit.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an answer of others has been waited for.
 *
 * @param asked how often they were asked again
 * @param since they were asked last, or anything else happened that starts the waiting anew
 */
public record Patience(int asked, Instant since) {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;

    public static Patience begun(Instant at) {
        return new Patience(0, at);
    }

    /** They are asked again now. */
    public Patience more(Instant at) {
        return new Patience(asked + 1, at);
    }

    /** When they are asked again: every pause is twice the last, from the first up to an hour. */
    public Instant over(Duration first) {
        Duration doubled = first.multipliedBy(1L << Math.min(asked, MOST_DOUBLINGS));
        return since.plus(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
    }
}
