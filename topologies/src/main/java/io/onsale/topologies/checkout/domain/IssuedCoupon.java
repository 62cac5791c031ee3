package io.onsale.topologies.checkout.domain;

/**
 * A coupon, and how often its code was used.
 *
 * @param withdrawn whether new orders are refused
 */
public record IssuedCoupon(Coupon coupon, int used, boolean withdrawn) {

    IssuedCoupon usedAgain(int times) {
        return new IssuedCoupon(coupon, used + times, withdrawn);
    }

    IssuedCoupon withdraw() {
        return new IssuedCoupon(coupon, used, true);
    }
}
