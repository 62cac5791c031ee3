package io.onsale.topologies.accounts.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Failed logins in a row with one email address, whether anybody has it or not: from one address, or from all.
 *
 * @param lockedUntil until when every login is refused, or null where none is
 */
public record Logins(int failures, Instant lastAt, @Nullable Instant lockedUntil) {

    static final Logins NONE = new Logins(0, Instant.EPOCH, null);

    /** From one address on the internet. */
    static final int FREE_FROM_ONE = 5;

    /** From all: far more than a person gets wrong, and far fewer than a guess needs. */
    static final int FREE_IN_ALL = 100;

    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;
    private static final Duration MEMORY = Duration.ofDays(1);

    boolean locked(Instant at) {
        return lockedUntil != null && at.isBefore(lockedUntil);
    }

    /** One more failure; from the last free one on each locks twice as long as the one before, up to 16 minutes. */
    Logins failed(Instant at, int free) {
        int more = (forgotten(at) ? 0 : failures) + 1;
        if (more < free) {
            return new Logins(more, at, null);
        }
        int doublings = Math.min(more - free, DOUBLINGS);
        return new Logins(more, at, at.plus(FIRST_LOCK.multipliedBy(1L << doublings)));
    }

    /** Whether nothing is left to count. */
    public boolean forgotten(Instant at) {
        return !at.isBefore(lastAt.plus(MEMORY));
    }
}
