package io.onsale.waiting;

import java.time.Instant;
import java.util.Optional;

/**
 * What a fan was promised at joining, and after the freeze got to prove to be in the roster.
 *
 * @param leaf after the freeze, as is {@code proof}
 */
public record Receipt(
        String eventId,
        String pseudonym,
        int sequence,
        Instant joinedAt,
        Hash commitment,
        Optional<Leaf> leaf,
        Optional<InclusionProof> proof) {}
