package io.onsale.edge.views.reductions;

import io.onsale.schemas.bounds.CouponCodes;
import io.onsale.schemas.checkout.Coupon;
import io.onsale.schemas.checkout.OrderPlaced;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** Every coupon that was ever defined, by its event. */
public final class CouponsView {

    private final Map<String, ConcurrentNavigableMap<String, IssuedCoupon>> events = new ConcurrentHashMap<>();

    /** An event's coupons in the order of their codes, after a code where one is given, and no more than so many. */
    public List<IssuedCoupon> of(String eventId, Optional<String> after, int most) {
        NavigableMap<String, IssuedCoupon> known = events.get(eventId);
        NavigableMap<String, IssuedCoupon> all = known == null ? Collections.emptyNavigableMap() : known;
        return after.map(code -> all.tailMap(code, false)).orElse(all).values().stream()
                .limit(most)
                .toList();
    }

    /** The coupon of a code, however that is typed; of several that differ only in case the one that is spelled so. */
    public Optional<IssuedCoupon> find(String eventId, String code) {
        NavigableMap<String, IssuedCoupon> known = events.get(eventId);
        if (known == null) {
            return Optional.empty();
        }
        IssuedCoupon exact = known.get(code);
        return exact == null
                ? Optional.ofNullable(known.ceilingEntry(CouponCodes.folded(code)))
                        .filter(found -> CouponCodes.same(found.getKey(), code))
                        .map(Map.Entry::getValue)
                : Optional.of(exact);
    }

    /** Uses are of the code: those of a coupon that had it before count on. */
    public void define(String eventId, Coupon coupon) {
        events.computeIfAbsent(eventId, first -> new ConcurrentSkipListMap<>(CouponCodes.ORDER))
                .merge(
                        coupon.getCode(),
                        new IssuedCoupon(coupon, 0, false),
                        (before, now) -> now.usedAgain(before.used()));
    }

    /** New orders are refused. */
    public void withdraw(String eventId, String code) {
        change(eventId, code, IssuedCoupon::withdraw);
    }

    /** An order took a use, or with -1 gives it back. */
    public void use(String eventId, OrderPlaced order, int times) {
        Optional.ofNullable(order.getCoupon()).ifPresent(code -> change(eventId, code, it -> it.usedAgain(times)));
    }

    private void change(String eventId, String code, UnaryOperator<IssuedCoupon> change) {
        Map<String, IssuedCoupon> all = events.get(eventId);
        if (all != null) {
            all.computeIfPresent(code, (same, coupon) -> change.apply(coupon));
        }
    }
}
