package io.onsale.topologies.show.domain;

import java.time.Instant;

/**
 * One date of an event.
 *
 * @param round which of that day's it is, from 1
 */
public record Performance(String id, Instant startsAt, String label, int round, boolean cancelled) {

    /** The same at another time. */
    public Performance at(Instant another) {
        return new Performance(id, another, label, round, cancelled);
    }

    /** The same, called off. */
    public Performance asCancelled() {
        return new Performance(id, startsAt, label, round, true);
    }
}
