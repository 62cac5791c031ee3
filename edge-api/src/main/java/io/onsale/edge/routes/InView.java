package io.onsale.edge.routes;

import io.onsale.edge.auth.Accounts;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import java.time.Duration;

/** Has whoever asks about an account wait until this instance has seen it as it is in the log. */
record InView(Accounts accounts) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Goes on only once the account of this email has come to this sequence. */
    void require(String emailKey, long sequence) {
        if (!accounts.await(emailKey, sequence, PATIENCE)) {
            throw notYet();
        }
    }

    static ProblemException notYet() {
        return Problem.of(503, "not_caught_up", "This instance doesn't know the account yet.")
                .retryAfterSeconds(1)
                .toException();
    }
}
