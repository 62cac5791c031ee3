package io.onsale.topologies.show.domain;

import java.time.Instant;

/** One date of an event. */
public record Performance(String id, Instant startsAt, String label) {}
