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
 * @param contactKey by whose owner its tickets are counted, or null where they are by fan
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
        @Nullable String admissionId,
        @Nullable String contactKey) {

    /** How long an ended hold can still be asked for. */
    public static final Duration REMEMBERED = Duration.ofHours(24);

    /** How long after its performance began something owned can still be given back: a month longer than checkout remembers an order. */
    public static final Duration OWNED_REMEMBERED = Duration.ofDays(120);

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
            @Nullable String admissionId,
            @Nullable String contactKey) {
        return new Hold(
                fanId, performanceId, places, quote, expiresAt, State.OPEN, null, null, false, admissionId, contactKey);
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

    /** By whom its tickets are counted. */
    String countedBy() {
        return contactKey == null ? fanId : contactKey;
    }

    Hold ended(State how, Instant when) {
        return with(places, expiresAt, how, when, orderId, extended);
    }

    Hold claimed(@Nullable String order) {
        return with(places, expiresAt, state, endedAt, order, extended);
    }

    Hold confirmedNow() {
        return with(places, expiresAt, State.CONFIRMED, endedAt, orderId, extended);
    }

    Hold having(Places left) {
        return with(left, expiresAt, state, endedAt, orderId, extended);
    }

    Hold until(Instant later) {
        return with(places, later, state, endedAt, orderId, true);
    }

    /** What may change about a hold; whose it is and what it costs stay. */
    private Hold with(
            Places newPlaces,
            Instant newExpiry,
            State newState,
            @Nullable Instant newEnd,
            @Nullable String newOrder,
            boolean nowExtended) {
        return new Hold(
                fanId,
                performanceId,
                newPlaces,
                quote,
                newExpiry,
                newState,
                newEnd,
                newOrder,
                nowExtended,
                admissionId,
                contactKey);
    }

    /** Whether it ended too long ago to be remembered; what is owned ends with its performance, which begins then, or is not known. */
    boolean forgotten(@Nullable Instant begins, Instant at) {
        return confirmed()
                ? begins != null && !at.isBefore(begins.plus(OWNED_REMEMBERED))
                : endedAt != null && !at.isBefore(endedAt.plus(REMEMBERED));
    }
}
