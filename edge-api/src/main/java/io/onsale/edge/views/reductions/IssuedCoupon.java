package io.onsale.edge.views.reductions;

import io.onsale.schemas.checkout.Coupon;

/**
 * A coupon, and how many orders have its code.
 *
 * @param withdrawn whether new orders are refused
 */
public record IssuedCoupon(Coupon coupon, int used, boolean withdrawn) {

    /** How many orders may still use it. */
    public int left() {
        return Math.max(0, coupon.getUses() - used);
    }

    IssuedCoupon usedAgain(int times) {
        return new IssuedCoupon(coupon, used + times, withdrawn);
    }

    IssuedCoupon withdraw() {
        return new IssuedCoupon(coupon, used, true);
    }
}
