package io.onsale.topologies.checkout.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an order has waited for others to answer.
 *
 * @param asked how often they were asked again
 * @param since they were asked last, or anything else happened to the order
 */
public record Patience(int asked, Instant since) {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;

    static Patience begun(Instant at) {
        return new Patience(0, at);
    }

    /** When they are asked again: every pause is twice the last, up to an hour. */
    Instant over() {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(asked, MOST_DOUBLINGS));
        return since.plus(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
    }
}
