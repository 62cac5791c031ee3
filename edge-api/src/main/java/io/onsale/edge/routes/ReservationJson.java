package io.onsale.edge.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onsale.schemas.inventory.HeldArea;
import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.schemas.inventory.SeatsHeld;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A reservation as its owner is told of it. */
record ReservationJson(
        String reservationId,
        String eventId,
        String performanceId,
        String status,
        List<Seat> seats,
        List<Area> areas,
        Price price,
        String expiresAt) {

    /** A seat that is held. */
    record Seat(
            String seatId, String section, String row, int number, String grade, long price, List<String> attributes) {}

    /** So many places of a section without numbered seats. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Area(String section, @Nullable String slot, int quantity, String grade, long price) {}

    /** The receipt: what it costs, by which rule, and how that adds up. */
    record Price(String currency, long total, String ruleVersion, long feePerTicket, long fees, List<Item> items) {}

    /** What one seat or an area adds to the total. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(@Nullable String seatId, @Nullable String section, long amount) {}

    static ReservationJson of(String eventId, SeatsHeld held, Shows shows) {
        List<Seat> seats =
                held.getSeats().stream().map(seat -> seat(eventId, seat, shows)).toList();
        List<Area> areas = held.getAreas().stream().map(ReservationJson::area).toList();
        return new ReservationJson(
                held.getHoldId(),
                eventId,
                held.getPerformanceId(),
                "held",
                seats,
                areas,
                new Price(
                        held.getCurrency(),
                        held.getTotal(),
                        held.getRuleVersion(),
                        held.getFeePerTicket(),
                        held.getFees(),
                        items(held)),
                held.getExpiresAt().toString());
    }

    private static List<Item> items(SeatsHeld held) {
        return Stream.concat(
                        held.getSeats().stream().map(seat -> new Item(seat.getSeatId(), null, seat.getPrice())),
                        held.getAreas().stream()
                                .map(area -> new Item(
                                        null,
                                        area.getSection(),
                                        Math.multiplyExact(area.getPrice(), area.getQuantity()))))
                .toList();
    }

    private static Area area(HeldArea area) {
        return new Area(area.getSection(), area.getSlot(), area.getQuantity(), area.getGrade(), area.getPrice());
    }

    private static Seat seat(String eventId, PricedSeat seat, Shows shows) {
        return new Seat(
                seat.getSeatId(),
                seat.getSection(),
                seat.getRow(),
                seat.getNumber(),
                seat.getGrade(),
                seat.getPrice(),
                shows.attributes(eventId, seat.getSection(), seat.getRow(), seat.getNumber()));
    }
}
