package io.onsale.edge.routes;

import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.schemas.inventory.SeatsHeld;
import java.util.List;

/** A reservation as its owner is told of it. */
record Reservation(
        String reservationId,
        String eventId,
        String performanceId,
        String status,
        List<Seat> seats,
        Price price,
        String expiresAt) {

    /** A seat that is held. */
    record Seat(String seatId, String section, String row, int number, String grade, long price) {}

    /** The receipt: what it costs, by which rule, and how that adds up. */
    record Price(String currency, long total, String ruleVersion, List<Item> items) {}

    /** What one seat adds to the total. */
    record Item(String seatId, long amount) {}

    static Reservation of(String eventId, SeatsHeld held) {
        List<Seat> seats = held.getSeats().stream().map(Reservation::seat).toList();
        List<Item> items = held.getSeats().stream()
                .map(seat -> new Item(seat.getSeatId(), seat.getPrice()))
                .toList();
        return new Reservation(
                held.getHoldId(),
                eventId,
                held.getPerformanceId(),
                "held",
                seats,
                new Price(held.getCurrency(), held.getTotal(), held.getRuleVersion(), items),
                held.getExpiresAt().toString());
    }

    private static Seat seat(PricedSeat seat) {
        return new Seat(
                seat.getSeatId(), seat.getSection(), seat.getRow(), seat.getNumber(), seat.getGrade(), seat.getPrice());
    }
}
