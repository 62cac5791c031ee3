package io.onsale.waiting;

import java.time.Instant;
import java.util.Optional;

/**
 * What a fan was promised at joining, and after the freeze got to prove to be in the roster.
 *
 * @param terms what the draw was to go by at that time; none in receipts of before that was promised
 * @param leaf after the freeze, as is {@code proof}
 */
public record Receipt(
        String eventId,
        String pseudonym,
        int sequence,
        Instant joinedAt,
        Hash commitment,
        Optional<DrawTerms> terms,
        Optional<Leaf> leaf,
        Optional<InclusionProof> proof) {}
