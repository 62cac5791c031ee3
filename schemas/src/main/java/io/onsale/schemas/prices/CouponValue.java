package io.onsale.schemas.prices;

/** What a coupon takes off: a percentage of every ticket or, where that is 0, an amount once. */
public record CouponValue(int percent, long amount) {

    /** Of no coupon. */
    public static final CouponValue NOTHING = new CouponValue(0, 0);
}
