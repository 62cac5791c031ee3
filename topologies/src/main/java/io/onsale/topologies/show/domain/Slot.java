package io.onsale.topologies.show.domain;

import java.time.Instant;

/** A time at which so many may enter. */
public record Slot(String name, Instant startsAt, int capacity) {}
