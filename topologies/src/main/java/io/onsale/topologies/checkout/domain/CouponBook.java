package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.kit.domain.Table;
import org.jspecify.annotations.Nullable;

/** Coupons by code, and how often each fan used each. */
final class CouponBook {

    private final Table<IssuedCoupon> coupons;
    private final Table<Integer> usesByFan;

    CouponBook(Table<IssuedCoupon> coupons, Table<Integer> usesByFan) {
        this.coupons = coupons;
        this.usesByFan = usesByFan;
    }

    @Nullable
    IssuedCoupon get(String event, String code) {
        return coupons.get(key(event, code));
    }

    int uses(String event, String code, String fan) {
        Integer uses = usesByFan.get(key(event, code) + '|' + fan);
        return uses == null ? 0 : uses;
    }

    void issue(String event, Coupon coupon) {
        coupons.put(key(event, coupon.code()), new IssuedCoupon(coupon, 0));
    }

    /** Takes a use, or with -1 gives it back. */
    void use(String event, Booking booking, int times) {
        String code = booking.coupon();
        IssuedCoupon issued = code == null ? null : get(event, code);
        if (code == null || issued == null) {
            return;
        }
        coupons.put(key(event, code), issued.usedAgain(times));
        int uses = uses(event, code, booking.fanId()) + times;
        String fan = key(event, code) + '|' + booking.fanId();
        if (uses == 0) {
            usesByFan.remove(fan);
        } else {
            usesByFan.put(fan, uses);
        }
    }

    private static String key(String event, String code) {
        return event + '|' + code;
    }
}
