package io.onsale.topologies.admission.domain;

import java.time.Instant;

/**
 * A place as it was given.
 *
 * @param sequence in the order of joining, from 1
 * @param pseudonym by which the fan finds itself in the roster
 * @param rating as the place is drawn with
 */
public record Joined(
        int sequence,
        Bytes pseudonym,
        Instant at,
        Cohort cohort,
        Rating rating,
        int purchases,
        Bytes request,
        Join.Origin origin) {

    Joined rated(Rating now) {
        return new Joined(sequence, pseudonym, at, cohort, now, purchases, request, origin);
    }
}
