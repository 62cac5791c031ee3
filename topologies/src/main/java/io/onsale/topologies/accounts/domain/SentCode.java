package io.onsale.topologies.accounts.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * The code that was last sent somewhere.
 *
 * @param attempt which code it is: no other sent there ever has this number, though nobody remembers the others
 * @param failures wrong guesses at all codes that are counted, from anywhere
 * @param windowFrom since when codes are counted
 * @param inWindow how many were sent since then
 */
public record SentCode(int attempt, Instant sentAt, int failures, boolean used, Instant windowFrom, int inWindow) {

    static final Duration LIFE = Duration.ofMinutes(10);
    static final Duration PAUSE = Duration.ofSeconds(30);
    static final Duration WINDOW = Duration.ofHours(1);

    /** From all addresses: ten strangers' worth. */
    static final int MAX_FAILURES = 50;

    static final int MAX_IN_WINDOW = 10;
    private static final Duration MEMORY = Duration.ofDays(1);

    static SentCode first(Instant at) {
        return new SentCode(number(at), at, 0, false, at, 1);
    }

    SentCode next(Instant at) {
        return at.isBefore(windowFrom.plus(WINDOW))
                ? new SentCode(number(at), at, failures, false, windowFrom, inWindow + 1)
                : new SentCode(number(at), at, 0, false, at, 1);
    }

    /** Two codes are a pause apart, so each falls into a pause of its own. */
    private static int number(Instant at) {
        return Math.toIntExact(at.getEpochSecond() / PAUSE.toSeconds());
    }

    /** From when on another may be sent. */
    Instant nextFrom() {
        Instant soonest = sentAt.plus(PAUSE);
        Instant window = windowFrom.plus(WINDOW);
        return inWindow < MAX_IN_WINDOW || soonest.isAfter(window) ? soonest : window;
    }

    public Instant expiresAt() {
        return sentAt.plus(LIFE);
    }

    boolean good(Instant at) {
        return !used && failures < MAX_FAILURES && at.isBefore(expiresAt());
    }

    SentCode failed() {
        return new SentCode(attempt, sentAt, failures + 1, used, windowFrom, inWindow);
    }

    SentCode spent() {
        return new SentCode(attempt, sentAt, failures, true, windowFrom, inWindow);
    }

    /** Whether nobody can see it any more. */
    public boolean forgotten(Instant at) {
        return !at.isBefore(sentAt.plus(MEMORY));
    }
}
