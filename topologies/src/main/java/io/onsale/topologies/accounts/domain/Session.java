package io.onsale.topologies.accounts.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A family of refresh tokens.
 *
 * @param generation of the valid token
 * @param expiresAt from when on nothing is known of it any more
 * @param end why it ended, or null where nobody ended it
 */
public record Session(
        int generation, Instant expiresAt, @Nullable SessionEnd end) {

    Session ended(SessionEnd why) {
        return new Session(generation, expiresAt, why);
    }

    public boolean expired(Instant at) {
        return !at.isBefore(expiresAt);
    }
}
