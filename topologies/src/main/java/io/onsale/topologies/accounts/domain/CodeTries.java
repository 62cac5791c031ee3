package io.onsale.topologies.accounts.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * What came from one address about one contact's codes, or was sent to the contact for its orders.
 *
 * @param attempt the code that was last guessed at
 * @param failures with that code
 * @param windowFrom since when codes are counted
 * @param inWindow how many were sent since then
 */
public record CodeTries(int attempt, int failures, Instant windowFrom, int inWindow, Instant lastAt) {

    static final CodeTries NONE = new CodeTries(0, 0, Instant.EPOCH, 0, Instant.EPOCH);

    static final int MAX_FAILURES = 5;
    /** From one address. */
    static final int MAX_IN_WINDOW = 5;

    private static final Duration MEMORY = Duration.ofDays(1);

    /** Whether another code may be sent, of so many in an hour. */
    boolean mayAsk(Instant at, int most) {
        return inWindow < most || windowIsOver(at);
    }

    /** From when on codes are counted anew. */
    Instant windowEnd() {
        return windowFrom.plus(SentCode.WINDOW);
    }

    CodeTries asked(Instant at) {
        return windowIsOver(at)
                ? new CodeTries(attempt, failures, at, 1, at)
                : new CodeTries(attempt, failures, windowFrom, inWindow + 1, at);
    }

    /** Whether any that is still counted could have been one that was not sent. */
    boolean mayGiveBack(Instant at) {
        return inWindow > 0 && !windowIsOver(at);
    }

    CodeTries givenBack() {
        return new CodeTries(attempt, failures, windowFrom, inWindow - 1, lastAt);
    }

    /** Whether another guess at this code is worth judging. */
    boolean mayGuess(int code) {
        return code != attempt || failures < MAX_FAILURES;
    }

    CodeTries failed(int code, Instant at) {
        return new CodeTries(code, code == attempt ? failures + 1 : 1, windowFrom, inWindow, at);
    }

    private boolean windowIsOver(Instant at) {
        return !at.isBefore(windowEnd());
    }

    /** Whether nothing is left to count. */
    public boolean forgotten(Instant at) {
        return !at.isBefore(lastAt.plus(MEMORY));
    }
}
