package io.onsale.topologies.admission.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fan's latest place.
 *
 * @param moved its order among those who were put at the very end, from 1; 0 for everybody else
 * @param expiresAt until when a fan who was let in may shop
 */
public record Place(
        Joined joined, State state, int moved, @Nullable Instant expiresAt) {

    /** How far it has come. */
    public enum State {
        WAITING,
        ADMITTED,
        ARRIVED,
        ENDED,
        LEFT;

        boolean live() {
            return this == WAITING || this == ADMITTED || this == ARRIVED;
        }

        boolean shopping() {
            return this == ADMITTED || this == ARRIVED;
        }
    }

    public int sequence() {
        return joined.sequence();
    }

    Place now(State newState) {
        return new Place(joined, newState, moved, expiresAt);
    }

    Place rated(Rating now) {
        return new Place(joined.rated(now), state, moved, expiresAt);
    }

    Place movedAs(int order) {
        return new Place(joined, state, order, expiresAt);
    }

    Place admitted(Instant until) {
        return new Place(joined, State.ADMITTED, moved, until);
    }
}
