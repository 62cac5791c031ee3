package io.onsale.topologies.admission.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an answer of inventory's has been waited for.
 *
 * @param asked how often it was asked again
 * @param since when it was asked last
 */
public record Patience(int asked, Instant since) {

    /** Longer than most holds that an order has claimed take to end. */
    static final Duration FIRST = Duration.ofMinutes(2);

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 5;

    static Patience begun(Instant at) {
        return new Patience(0, at);
    }

    Patience more(Instant at) {
        return new Patience(asked + 1, at);
    }

    /** When it is asked again: every pause is twice the last, up to an hour. */
    Instant over() {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(asked, MOST_DOUBLINGS));
        return since.plus(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
    }
}
