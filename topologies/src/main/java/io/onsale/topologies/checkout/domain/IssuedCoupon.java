package io.onsale.topologies.checkout.domain;

/** A coupon, and how often it was used. */
public record IssuedCoupon(Coupon coupon, int used) {

    IssuedCoupon usedAgain(int times) {
        return new IssuedCoupon(coupon, used + times);
    }
}
