package io.onsale.schemas.prices;

import org.jspecify.annotations.Nullable;

/**
 * What a ticket for one place costs, without fees, and why.
 *
 * @param seatId null where the section has no numbered seats
 * @param concession null where none is claimed for it
 */
public record TicketPrice(
        @Nullable String seatId,
        String section,
        long listPrice,
        @Nullable String concession,
        long concessionDiscount,
        long couponDiscount) {

    /** At the list price. */
    public static TicketPrice listed(@Nullable String seatId, String section, long price) {
        return new TicketPrice(seatId, section, price, null, 0, 0);
    }

    /** List price less both discounts. */
    public long price() {
        return listPrice - concessionDiscount - couponDiscount;
    }

    TicketPrice reduced(String code, int percent) {
        return new TicketPrice(seatId, section, listPrice, code, percentage(percent, listPrice), 0);
    }

    TicketPrice less(CouponValue coupon, long amountLeft) {
        long discount = coupon.percent() > 0 ? percentage(coupon.percent(), price()) : Math.min(amountLeft, price());
        return new TicketPrice(seatId, section, listPrice, concession, concessionDiscount, discount);
    }

    private static long percentage(int percent, long amount) {
        return Math.multiplyExact(amount, percent) / 100;
    }
}
