package io.onsale.topologies.checkout.domain;

import io.onsale.schemas.prices.TicketPrice;
import org.jspecify.annotations.Nullable;

/**
 * What one ticket costs and why.
 *
 * @param seat null where the section has no numbered seats
 * @param price list price less both discounts
 */
public record ReceiptLine(
        String ticketId,
        String section,
        @Nullable Seat seat,
        @Nullable String slot,
        String grade,
        long listPrice,
        @Nullable String concession,
        long concessionDiscount,
        long couponDiscount,
        long price,
        long fee) {

    /** A numbered seat. */
    public record Seat(String id, String row, int number) {}

    /** What is paid for the ticket in all. */
    public long paid() {
        return Math.addExact(price, fee);
    }

    static ReceiptLine of(String ticketId, HeldSeat seat, long fee) {
        Seat numbered = new Seat(seat.seatId(), seat.row(), seat.number());
        return listed(ticketId, seat.section(), numbered, null, seat.grade(), seat.price(), fee);
    }

    /** Of one of its places. */
    static ReceiptLine of(String ticketId, HeldArea area, long fee) {
        return listed(ticketId, area.section(), null, area.slot(), area.grade(), area.price(), fee);
    }

    private static ReceiptLine listed(
            String ticketId,
            String section,
            @Nullable Seat seat,
            @Nullable String slot,
            String grade,
            long price,
            long fee) {
        return new ReceiptLine(ticketId, section, seat, slot, grade, price, null, 0, 0, price, fee);
    }

    TicketPrice listed() {
        return TicketPrice.listed(seat == null ? null : seat.id(), section, listPrice);
    }

    ReceiptLine at(TicketPrice reduced) {
        return new ReceiptLine(
                ticketId,
                section,
                seat,
                slot,
                grade,
                listPrice,
                reduced.concession(),
                reduced.concessionDiscount(),
                reduced.couponDiscount(),
                reduced.price(),
                fee);
    }
}
