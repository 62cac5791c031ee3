package io.onsale.topologies.checkout;

import io.onsale.topologies.checkout.domain.Coupon;

/** A coupon between Avro and the domain. */
final class CouponMapping {

    private CouponMapping() {}

    static Coupon fromAvro(io.onsale.schemas.checkout.Coupon coupon) {
        return new Coupon(
                coupon.getCode(),
                coupon.getPercent(),
                coupon.getAmount(),
                coupon.getUses(),
                coupon.getUsesPerFan(),
                coupon.getValidFrom(),
                coupon.getValidUntil(),
                coupon.getCombinable());
    }

    static io.onsale.schemas.checkout.Coupon toAvro(Coupon coupon) {
        return new io.onsale.schemas.checkout.Coupon(
                coupon.code(),
                coupon.percent(),
                coupon.amount(),
                coupon.uses(),
                coupon.usesPerFan(),
                coupon.validFrom(),
                coupon.validUntil(),
                coupon.combinable());
    }
}
