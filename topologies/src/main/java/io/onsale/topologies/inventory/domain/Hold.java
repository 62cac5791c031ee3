package io.onsale.topologies.inventory.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fan's hold on places, and what becomes of it.
 *
 * @param places that it has, or had when it ended
 * @param endedAt when it ended, or null while it has anything
 * @param orderId the order that claimed it, or null
 * @param extended whether it was prolonged
 * @param admissionId by which it was made, or null where the show has no waiting room
 */
public record Hold(
        String fanId,
        String performanceId,
        Places places,
        Quote quote,
        Instant expiresAt,
        State state,
        @Nullable Instant endedAt,
        @Nullable String orderId,
        boolean extended,
        @Nullable String admissionId) {

    /** How long an ended hold can still be asked for. */
    public static final Duration REMEMBERED = Duration.ofHours(24);

    /** Where a hold is in its life. */
    public enum State {
        /** It has a deadline, claimed by an order or not. */
        OPEN,
        /** Its order owns its places. */
        CONFIRMED,
        RELEASED,
        EXPIRED,
        /** Its order gave everything back. */
        RETURNED
    }

    static Hold opened(
            String fanId,
            String performanceId,
            Places places,
            Quote quote,
            Instant expiresAt,
            @Nullable String admissionId) {
        return new Hold(fanId, performanceId, places, quote, expiresAt, State.OPEN, null, null, false, admissionId);
    }

    boolean open() {
        return state == State.OPEN;
    }

    boolean confirmed() {
        return state == State.CONFIRMED;
    }

    boolean claimedBy(String order) {
        return order.equals(orderId);
    }

    List<String> seatIds() {
        return places.seatIds();
    }

    Hold ended(State how, Instant at) {
        return new Hold(fanId, performanceId, places, quote, expiresAt, how, at, orderId, extended, admissionId);
    }

    Hold claimed(@Nullable String order) {
        return new Hold(fanId, performanceId, places, quote, expiresAt, state, endedAt, order, extended, admissionId);
    }

    Hold confirmedNow() {
        return new Hold(
                fanId,
                performanceId,
                places,
                quote,
                expiresAt,
                State.CONFIRMED,
                endedAt,
                orderId,
                extended,
                admissionId);
    }

    Hold having(Places left) {
        return new Hold(fanId, performanceId, left, quote, expiresAt, state, endedAt, orderId, extended, admissionId);
    }

    Hold until(Instant later) {
        return new Hold(fanId, performanceId, places, quote, later, state, endedAt, orderId, true, admissionId);
    }

    /** Whether it ended too long ago to be remembered. */
    public boolean forgotten(Instant at) {
        return endedAt != null && !at.isBefore(endedAt.plus(REMEMBERED));
    }
}
