package io.onsale.topologies.admission.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How many are let in.
 *
 * @param maxConcurrent so many may shop at once
 * @param perSecond so many are let in a second, one after the other in equal steps
 */
public record Pace(int maxConcurrent, int perSecond) {

    /** So much of what was missed is caught up at most, because time is looked at only now and then, and more rarely under load. */
    static final Duration CATCH_UP = Duration.ofMillis(250);

    private static final long SECOND = 1_000_000_000L;

    /** How many may be let in at an instant, where the next one may be from another on. */
    long allowed(long nextNanos, Instant at) {
        long now = nanos(at);
        long next = next(nextNanos, now);
        return next > now ? 0 : (now - next) / step() + 1;
    }

    /** From when on the next one may be let in, after so many were at an instant. */
    long after(int admitted, long nextNanos, Instant at) {
        return next(nextNanos, nanos(at)) + admitted * step();
    }

    private static long next(long nextNanos, long now) {
        return Math.max(nextNanos, now - CATCH_UP.toNanos());
    }

    /** Rounded up, so that it never becomes more than was asked for. */
    private long step() {
        return Math.ceilDiv(SECOND, perSecond);
    }

    private static long nanos(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), SECOND), at.getNano());
    }
}
