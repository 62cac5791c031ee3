package io.onsale.waiting;

import java.time.Instant;
import java.util.Optional;

/**
 * What a draw goes by, apart from its seed: a receipt promises it, and the draw is published with it.
 *
 * @param drawsAt when the sale begins, up to which seconds of earliness count
 * @param beacon none where the order follows from the seed and the roster alone
 */
public record DrawTerms(Instant drawsAt, Policy policy, Optional<BeaconRound> beacon) {}
