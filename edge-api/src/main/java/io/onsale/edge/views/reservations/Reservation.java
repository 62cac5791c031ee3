package io.onsale.edge.views.reservations;

import io.onsale.edge.views.seats.Hall;
import io.onsale.schemas.inventory.HeldArea;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A hold as it stands.
 *
 * @param seats indexes in the hall; not to be changed
 * @param prices of those seats, in the same order; not to be changed
 * @param fees contained in the total
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
        List<HeldArea> areas,
        long fees,
        long total,
        Instant expiresAt,
        @Nullable String order) {

    /** What became of a hold. */
    public enum Status {
        HELD,
        RELEASED,
        EXPIRED,
        CONFIRMED,
        RETURNED
    }

    /** The order that claimed it. */
    public Optional<String> orderId() {
        return Optional.ofNullable(order);
    }

    Reservation as(Status now) {
        return new Reservation(holdId, fanId, show, now, seats, prices, areas, fees, total, expiresAt, order);
    }

    /** Claimed by an order, or by none any more. */
    Reservation of(@Nullable String orderId) {
        return new Reservation(holdId, fanId, show, status, seats, prices, areas, fees, total, expiresAt, orderId);
    }

    Reservation until(Instant later) {
        return new Reservation(holdId, fanId, show, status, seats, prices, areas, fees, total, later, order);
    }

    /** Without places that its order gave back; the price stays what it was. */
    Reservation without(List<String> seatIds, List<HeldArea> back) {
        int[] left = IntStream.range(0, seats.length)
                .filter(i -> !seatIds.contains(show.hall().id(seats[i])))
                .toArray();
        List<HeldArea> leftOfAreas = areas.stream()
                .map(area -> less(area, back))
                .filter(area -> area.getQuantity() > 0)
                .toList();
        Status now = left.length == 0 && leftOfAreas.isEmpty() ? Status.RETURNED : status;
        return new Reservation(
                holdId,
                fanId,
                show,
                now,
                IntStream.of(left).map(i -> seats[i]).toArray(),
                IntStream.of(left).mapToLong(i -> prices[i]).toArray(),
                leftOfAreas,
                fees,
                total,
                expiresAt,
                order);
    }

    private static HeldArea less(HeldArea area, List<HeldArea> back) {
        int less = back.stream()
                .filter(other ->
                        other.getSection().equals(area.getSection()) && Objects.equals(other.getSlot(), area.getSlot()))
                .mapToInt(HeldArea::getQuantity)
                .sum();
        return HeldArea.newBuilder(area).setQuantity(area.getQuantity() - less).build();
    }

    /** What all holds of a performance share. */
    public record Show(String eventId, String performanceId, Hall hall, String currency) {}
}
