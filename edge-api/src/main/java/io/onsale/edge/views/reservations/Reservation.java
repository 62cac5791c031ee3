package io.onsale.edge.views.reservations;

import io.onsale.edge.views.seats.Hall;
import java.time.Instant;

/**
 * A hold as it stands.
 *
 * @param seats indexes in the hall; not to be changed
 * @param prices of those seats, in the same order; not to be changed
 */
@SuppressWarnings(
        "ArrayRecordComponent") // A million of these are kept; nobody compares them, and the package is the only
// writer.
public record Reservation(
        String holdId,
        String fanId,
        Show show,
        Status status,
        int[] seats,
        long[] prices,
        long total,
        Instant expiresAt) {

    /** What became of a hold. */
    public enum Status {
        HELD,
        RELEASED,
        EXPIRED
    }

    Reservation as(Status end) {
        return new Reservation(holdId, fanId, show, end, seats, prices, total, expiresAt);
    }

    /** What all holds of a performance share. */
    public record Show(String eventId, String performanceId, Hall hall, String currency) {}
}
