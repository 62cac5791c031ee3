package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.accounts.domain.AccountsCommand.RotateSession;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A family of refresh tokens.
 *
 * @param generation of the valid token
 * @param expiresAt from when on nothing is known of it any more
 * @param end why it ended, or null where nobody ended it
 * @param requestKey of the request that traded the token before the valid one, or null where it had none
 * @param proven the email's event by which its holder was known to have the password of then
 */
public record Session(
        int generation,
        Instant expiresAt,
        @Nullable SessionEnd end,
        @Nullable String requestKey,
        long proven) {

    Session ended(SessionEnd why) {
        return new Session(generation, expiresAt, why, requestKey, proven);
    }

    /** Whether a request is the last trade once more: its answer may be given again, for it gives nothing new away. */
    boolean repeats(RotateSession rotate) {
        return rotate.requestKey() != null
                && rotate.requestKey().equals(requestKey)
                && rotate.generation() == generation - 1;
    }

    public boolean expired(Instant at) {
        return !at.isBefore(expiresAt);
    }
}
