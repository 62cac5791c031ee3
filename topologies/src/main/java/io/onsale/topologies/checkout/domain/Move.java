package io.onsale.topologies.checkout.domain;

import java.time.Instant;

/** When a performance was to begin, until it was given another time at {@code movedAt}. */
public record Move(String performanceId, Instant startsAt, Instant movedAt) {}
