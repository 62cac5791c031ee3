package io.onsale.topologies.inventory.domain;

import java.time.Instant;

/**
 * Returned places of one performance that come back on sale together, return by return; what came back before its night is remembered until that begins.
 *
 * @param first the number of the first return that still waits
 * @param next the number that the next return gets
 * @param left how many returns wait
 */
public record Batch(String performanceId, NightWindow window, long first, long next, long left) {

    /** The places of one return. */
    public record Waiting(long number, Places places) {}

    static Batch opened(String performance, NightWindow window) {
        return new Batch(performance, window, 0, 0, 0);
    }

    Batch withOneMore() {
        return new Batch(performanceId, window, first, next + 1, left + 1);
    }

    /** Whether any of it came back, so that everybody knows its instant. */
    boolean spent() {
        return left < next;
    }

    /** Whether nothing waits in it, nor can begin to: its night is not the next any more. */
    public boolean forgotten(Instant at) {
        return left == 0 && !at.isBefore(window.start());
    }

    Batch without(int gone, long firstLeft) {
        return new Batch(performanceId, window, firstLeft, next, left - gone);
    }
}
