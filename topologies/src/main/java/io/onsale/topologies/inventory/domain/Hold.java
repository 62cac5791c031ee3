package io.onsale.topologies.inventory.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fan's hold on seats.
 *
 * @param endedAt when it ended, or null while it is open
 */
public record Hold(
        String fanId,
        String performanceId,
        List<String> seatIds,
        Instant expiresAt,
        State state,
        @Nullable Instant endedAt) {

    /** How long an ended hold can still be asked for. */
    public static final Duration REMEMBERED = Duration.ofHours(24);

    /** Where a hold is in its life. */
    public enum State {
        OPEN,
        RELEASED,
        EXPIRED
    }

    public Hold {
        seatIds = List.copyOf(seatIds);
    }

    boolean open() {
        return state == State.OPEN;
    }

    Hold ended(State how, Instant at) {
        return new Hold(fanId, performanceId, seatIds, expiresAt, how, at);
    }

    /** Whether it ended too long ago to be remembered. */
    public boolean forgotten(Instant at) {
        return endedAt != null && !at.isBefore(endedAt.plus(REMEMBERED));
    }
}
