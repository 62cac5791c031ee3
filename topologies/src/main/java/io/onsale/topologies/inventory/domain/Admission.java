package io.onsale.topologies.inventory.domain;

import java.time.Instant;

/** What a fan who was let in shows. */
public record Admission(String id, Instant expiresAt) {

    boolean ended(Instant at) {
        return !at.isBefore(expiresAt);
    }
}
