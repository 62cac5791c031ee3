package io.onsale.topologies.admission.domain;

import io.onsale.topologies.kit.domain.Patience;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who was let in and whose place is not free yet.
 *
 * @param arriveBy whoever has not come by then loses the place
 * @param state let in, come, or ended and waiting for inventory's word
 */
public record Shopper(String fanId, Instant arriveBy, Instant expiresAt, Place.State state, Patience patience) {

    /** Longer than most holds that an order has claimed take to end. */
    static final Duration FIRST_PAUSE = Duration.ofMinutes(2);

    static Shopper admitted(String fanId, Instant arriveBy, Instant expiresAt, Instant at) {
        return new Shopper(fanId, arriveBy, expiresAt, Place.State.ADMITTED, Patience.begun(at));
    }

    /** When time brings something to it. */
    Instant deadline() {
        return switch (state) {
            case ADMITTED -> arriveBy.isBefore(expiresAt) ? arriveBy : expiresAt;
            case ARRIVED -> expiresAt;
            case ENDED -> patience.over(FIRST_PAUSE);
            case WAITING, LEFT -> throw new IllegalStateException("not let in");
        };
    }

    Shopper arrived() {
        return new Shopper(fanId, arriveBy, expiresAt, Place.State.ARRIVED, patience);
    }

    Shopper ended(Instant at) {
        return new Shopper(fanId, arriveBy, expiresAt, Place.State.ENDED, Patience.begun(at));
    }

    Shopper askedAgain(Instant at) {
        return new Shopper(fanId, arriveBy, expiresAt, state, patience.more(at));
    }
}
