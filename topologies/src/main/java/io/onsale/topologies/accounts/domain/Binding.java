package io.onsale.topologies.accounts.domain;

import java.time.Instant;

/**
 * The one reservation that a guest's session may order.
 *
 * @param expiresAt when the session has ended for sure
 */
public record Binding(String holdId, Instant expiresAt) {

    public boolean expired(Instant at) {
        return !at.isBefore(expiresAt);
    }
}
