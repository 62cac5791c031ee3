package io.onsale.topologies.show.domain;

import java.time.Instant;

/**
 * One date of an event.
 *
 * @param round which of that day's it is, from 1
 */
public record Performance(String id, Instant startsAt, String label, int round, boolean cancelled) {}
