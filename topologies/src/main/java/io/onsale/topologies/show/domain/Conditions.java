package io.onsale.topologies.show.domain;

import java.util.List;

/**
 * What an order of an event has to fulfil, and what becomes of it afterwards.
 *
 * @param identityRequired only people whose identity is verified may book
 * @param stepUpRequired every order is confirmed by a code
 */
public record Conditions(
        boolean identityRequired,
        boolean stepUpRequired,
        CancellationPolicy cancellation,
        List<Concession> concessions) {

    /** Nothing in particular. */
    public static final Conditions NONE = new Conditions(false, false, CancellationPolicy.LENIENT, List.of());

    public Conditions {
        concessions = List.copyOf(concessions);
    }
}
