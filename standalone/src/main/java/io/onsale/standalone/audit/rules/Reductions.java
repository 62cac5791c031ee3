package io.onsale.standalone.audit.rules;

import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.Coupon;
import io.onsale.schemas.checkout.CouponDefined;
import io.onsale.schemas.checkout.CouponWithdrawn;
import io.onsale.schemas.checkout.OrderEnded;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.OrderPriced;
import io.onsale.schemas.checkout.TermsChanged;
import io.onsale.schemas.checkout.TicketsCancelled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Whoever pays less was entitled to: coupons and concessions are used while they are accepted, and no more often than they may be. */
public final class Reductions implements Rule {

    /** How often somebody, or everybody, has used a coupon. */
    private record Uses(CouponKey coupon, Optional<String> person) {}

    private final Map<CouponKey, Coupon> accepted = new HashMap<>();
    private final Map<Uses, Integer> uses = new HashMap<>();
    private final ConcessionLimits concessions = new ConcessionLimits();
    /** Those that pay less and have not ended. */
    private final Map<String, OrderPlaced> placed = new HashMap<>();

    private long checked;

    @Override
    public Check check() {
        return Check.REDUCTIONS;
    }

    @Override
    public List<Finding> see(Logged logged) {
        return logged.value() instanceof CheckoutEvent event ? checkout(logged, event) : List.of();
    }

    private List<Finding> checkout(Logged logged, CheckoutEvent event) {
        String show = logged.key();
        switch (event.getBody()) {
            case TermsChanged changed -> concessions.offer(show, changed.getDefinition());
            case CouponDefined defined ->
                accepted.put(new CouponKey(show, defined.getCoupon().getCode()), defined.getCoupon());
            case CouponWithdrawn withdrawn -> accepted.remove(new CouponKey(show, withdrawn.getCode()));
            case OrderPlaced order -> {
                return placed(logged, order, event.getEnvelope().getAt());
            }
            case OrderPriced priced -> {
                return findings(logged, priced.getOrderId(), concessions.priced(show, priced));
            }
            case OrderEnded ended -> ended(show, ended.getOrderId());
            case TicketsCancelled cancelled -> concessions.cancelled(show, cancelled);
            default -> {
                // Nothing else says who pays less.
            }
        }
        return List.of();
    }

    private List<Finding> placed(Logged logged, OrderPlaced order, Instant at) {
        if (order.getCoupon() == null && order.getConcessions().isEmpty()) {
            return List.of();
        }
        checked++;
        placed.put(order.getOrderId(), order);
        List<String> wrong = new ArrayList<>(concessions.placed(logged.key(), order, at));
        if (order.getCoupon() != null) {
            wrong.addAll(redeemed(new CouponKey(logged.key(), order.getCoupon()), order, at));
        }
        return findings(logged, order.getOrderId(), wrong);
    }

    private List<String> redeemed(CouponKey key, OrderPlaced order, Instant at) {
        int inAll = uses.merge(new Uses(key, Optional.empty()), 1, Integer::sum);
        int byPerson = uses.merge(new Uses(key, Optional.of(person(order))), 1, Integer::sum);
        Coupon coupon = accepted.get(key);
        if (coupon == null) {
            return List.of("coupon " + key.code() + " is used though it is not accepted");
        }
        List<String> wrong = complaints(coupon, order, at);
        if (inAll > coupon.getUses() || byPerson > coupon.getUsesPerFan()) {
            wrong.add("coupon %s is used %d times, %d by one person, where %d and %d are allowed"
                    .formatted(key.code(), inAll, byPerson, coupon.getUses(), coupon.getUsesPerFan()));
        }
        return wrong;
    }

    private static List<Finding> findings(Logged logged, String order, List<String> wrong) {
        return wrong.stream()
                .map(what ->
                        Finding.at(logged, Check.REDUCTIONS, what, Ids.of(Ids.EVENT, logged.key(), Ids.ORDER, order)))
                .toList();
    }

    private static List<String> complaints(Coupon coupon, OrderPlaced order, Instant at) {
        List<String> wrong = new ArrayList<>();
        if (at.isBefore(coupon.getValidFrom()) || !at.isBefore(coupon.getValidUntil())) {
            wrong.add("coupon " + coupon.getCode() + " is used outside its time");
        }
        if (order.getCouponTerms() != null && !order.getCouponTerms().equals(coupon)) {
            wrong.add("coupon " + coupon.getCode() + " is used on other terms than it has");
        }
        if (!coupon.getCombinable() && !order.getConcessions().isEmpty()) {
            wrong.add("coupon " + coupon.getCode() + " is combined with concessions");
        }
        return wrong;
    }

    private void ended(String event, String id) {
        OrderPlaced order = placed.remove(id);
        if (order == null) {
            return;
        }
        concessions.ended(event, order);
        if (order.getCoupon() != null) {
            CouponKey key = new CouponKey(event, order.getCoupon());
            uses.merge(new Uses(key, Optional.empty()), -1, Integer::sum);
            uses.merge(new Uses(key, Optional.of(person(order))), -1, Integer::sum);
        }
    }

    /** By whom the event counts people. */
    private static String person(OrderPlaced order) {
        String known = Objects.requireNonNullElseGet(order.getContactKey(), order::getFanId);
        return Objects.requireNonNullElse(order.getIdentityKey(), known);
    }

    @Override
    public List<Finding> end(Instant now) {
        return List.of();
    }

    @Override
    public long checked() {
        return checked;
    }
}
