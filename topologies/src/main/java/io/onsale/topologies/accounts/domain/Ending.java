package io.onsale.topologies.accounts.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of all sessions of an account that were begun with a former password.
 *
 * @param sequence of the email's event by which the account has another password
 * @param kept the one that goes on, or null where none does
 * @param expiresAt when all of them would have expired
 */
public record Ending(long sequence, @Nullable String kept, Instant expiresAt) {

    boolean ends(String id, Session session) {
        return session.proven() < sequence && !id.equals(kept);
    }

    public boolean expired(Instant at) {
        return !at.isBefore(expiresAt);
    }
}
