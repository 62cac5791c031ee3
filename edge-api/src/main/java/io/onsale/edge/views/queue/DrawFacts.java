package io.onsale.edge.views.queue;

import io.onsale.schemas.admission.BeaconPublished;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Policy;
import java.util.Optional;

/**
 * What is published of a room's draw by now.
 *
 * @param moved so many were sent to the very end since the roster is final
 */
public record DrawFacts(
        Policy policy,
        Hash commitment,
        Optional<Hash> rosterRoot,
        int rosterSize,
        Optional<BeaconPublished> beacon,
        Optional<Hash> seed,
        Optional<Hash> orderHash,
        int moved) {}
