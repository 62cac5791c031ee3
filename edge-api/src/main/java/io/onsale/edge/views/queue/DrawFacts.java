package io.onsale.edge.views.queue;

import io.onsale.schemas.admission.BeaconPublished;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Policy;
import java.util.Optional;

/** What is published of a room's draw by now. */
public record DrawFacts(
        Policy policy,
        Hash commitment,
        Optional<Hash> rosterRoot,
        int rosterSize,
        Optional<BeaconPublished> beacon,
        Optional<Hash> seed,
        Optional<Hash> orderHash) {}
