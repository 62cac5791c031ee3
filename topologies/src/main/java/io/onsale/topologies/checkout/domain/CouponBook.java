package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.kit.domain.Table;
import org.jspecify.annotations.Nullable;

/** Coupons by code, and how often each person used each. */
final class CouponBook {

    private final Table<IssuedCoupon> coupons;
    private final Table<Integer> usesByPerson;

    CouponBook(Table<IssuedCoupon> coupons, Table<Integer> usesByPerson) {
        this.coupons = coupons;
        this.usesByPerson = usesByPerson;
    }

    @Nullable
    IssuedCoupon get(String event, String code) {
        return coupons.get(key(event, code));
    }

    int uses(String event, String code, String person) {
        Integer uses = usesByPerson.get(key(event, code) + '|' + person);
        return uses == null ? 0 : uses;
    }

    /** Uses are of the code: those of a coupon that had it before count on. */
    void issue(String event, Coupon coupon) {
        IssuedCoupon before = get(event, coupon.code());
        coupons.put(key(event, coupon.code()), new IssuedCoupon(coupon, before == null ? 0 : before.used(), false));
    }

    void withdraw(String event, String code) {
        IssuedCoupon issued = get(event, code);
        if (issued != null) {
            coupons.put(key(event, code), issued.withdraw());
        }
    }

    /** Takes a use, or with -1 gives it back. */
    void use(String event, Booking booking, int times) {
        String code = booking.coupon();
        IssuedCoupon issued = code == null ? null : get(event, code);
        if (code == null || issued == null) {
            return;
        }
        coupons.put(key(event, code), issued.usedAgain(times));
        int uses = uses(event, code, booking.countedBy()) + times;
        String person = key(event, code) + '|' + booking.countedBy();
        if (uses == 0) {
            usesByPerson.remove(person);
        } else {
            usesByPerson.put(person, uses);
        }
    }

    private static String key(String event, String code) {
        return event + '|' + code;
    }
}
