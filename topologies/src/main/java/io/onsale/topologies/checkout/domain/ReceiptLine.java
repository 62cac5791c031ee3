package io.onsale.topologies.checkout.domain;

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

    ReceiptLine reduced(String code, int percent) {
        long discount = Math.multiplyExact(listPrice, percent) / 100;
        return new ReceiptLine(
                ticketId, section, seat, slot, grade, listPrice, code, discount, 0, listPrice - discount, fee);
    }

    ReceiptLine less(long discount) {
        return new ReceiptLine(
                ticketId,
                section,
                seat,
                slot,
                grade,
                listPrice,
                concession,
                concessionDiscount,
                discount,
                price - discount,
                fee);
    }
}
