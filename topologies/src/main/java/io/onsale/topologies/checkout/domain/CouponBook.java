package io.onsale.topologies.checkout.domain;

import io.onsale.schemas.bounds.CouponCodes;
import io.onsale.topologies.kit.domain.Table;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Coupons by code, and how often each person used each.
 *
 * <p>A coupon's code is spelled as it was first defined, in its row and in all that happens to it; what others type is looked up whatever its case. Which
 * spelling a code has is derived from the rows and rebuilt from them at start.
 */
final class CouponBook {

    private final Table<IssuedCoupon> coupons;
    private final Table<Integer> usesByPerson;
    /** By event and folded code. Of codes that were defined when case still made a difference the first in order. */
    private final Map<String, String> spellings = new HashMap<>();

    CouponBook(Table<IssuedCoupon> coupons, Table<Integer> usesByPerson) {
        this.coupons = coupons;
        this.usesByPerson = usesByPerson;
        coupons.forEach((key, issued) ->
                spelled(key.substring(0, key.indexOf('|')), issued.coupon().code()));
    }

    /** The coupon of a code, however that is typed; of several that differ only in case the one that is spelled so. */
    @Nullable
    IssuedCoupon get(String event, String code) {
        IssuedCoupon exact = exactly(event, code);
        if (exact != null) {
            return exact;
        }
        String spelling = spellings.get(key(event, CouponCodes.folded(code)));
        return spelling == null ? null : exactly(event, spelling);
    }

    private @Nullable IssuedCoupon exactly(String event, String code) {
        return coupons.get(key(event, code));
    }

    private void spelled(String event, String code) {
        spellings.merge(
                key(event, CouponCodes.folded(code)), code, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    int uses(String event, String code, String person) {
        Integer uses = usesByPerson.get(key(event, code) + '|' + person);
        return uses == null ? 0 : uses;
    }

    /** Uses are of the code: those of a coupon that had it before count on. */
    void issue(String event, Coupon coupon) {
        IssuedCoupon before = exactly(event, coupon.code());
        coupons.put(key(event, coupon.code()), new IssuedCoupon(coupon, before == null ? 0 : before.used(), false));
        spelled(event, coupon.code());
    }

    void withdraw(String event, String code) {
        IssuedCoupon issued = exactly(event, code);
        if (issued != null) {
            coupons.put(key(event, code), issued.withdraw());
        }
    }

    /** Takes a use, or with -1 gives it back. */
    void use(String event, Booking booking, int times) {
        String code = booking.coupon();
        IssuedCoupon issued = code == null ? null : exactly(event, code);
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
