package io.onsale.topologies.checkout.domain;

import java.time.Duration;
import java.time.Instant;

/** When a performance was to begin, until it was given another time at {@code movedAt}. */
public record Move(String performanceId, Instant startsAt, Instant movedAt) {

    /** How long whoever bought the old date has to learn of the new one and to give tickets back. */
    static final Duration NOTICE = Duration.ofDays(7);

    /** Until when tickets of the old date may be given back even if the new one has begun; no longer than they could be without the move. */
    Instant returnableUntil() {
        Instant noticed = movedAt.plus(NOTICE);
        return startsAt.isBefore(noticed) ? startsAt : noticed;
    }
}
