package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptHold;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderPriced;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderProlonged;
import io.onsale.topologies.checkout.domain.CheckoutEvent.VerificationRequired;
import io.onsale.topologies.checkout.domain.Errand.SendCode;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.kit.domain.Sealed;
import io.onsale.topologies.show.domain.Performance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of an order when inventory has shown it its hold, or has none for it. */
final class HoldRules {

    /** How long a bank transfer may take. */
    static final Duration TRANSFER = Duration.ofHours(24);

    /** Of the one code that an order is sent. */
    static final int FIRST_ATTEMPT = 1;

    private final CouponRules coupons;

    HoldRules(CouponRules coupons) {
        this.coupons = coupons;
    }

    Decision<Happening> accept(CheckoutView view, Order order, AcceptHold accept, Instant at) {
        Sale sale = view.sale();
        if (order.state() != Order.State.PLACED || sale == null) {
            return Decision.nothing();
        }
        HeldPlaces places = accept.places();
        if (sale.stops(places.performanceId())) {
            return Decision.silently(
                    List.of(Endings.end(order, OrderEnd.PERFORMANCE_CANCELLED, "This performance was cancelled.")));
        }
        Booking booking = order.booking();
        Receipt receipt = Receipts.of(
                order.id(),
                places,
                booking.concessions(),
                ConcessionRules.byCode(sale.definition().conditions()),
                coupon(view, booking));
        if (receipt == null) {
            String detail =
                    "A concession is claimed for places that are not in the reservation, or that it is not for.";
            return Decision.silently(List.of(Endings.end(order, OrderEnd.NOT_ELIGIBLE, detail)));
        }
        Instant payUntil = payUntil(sale, booking, places, receipt.lines(), at);
        return price(order, new Priced(places.performanceId(), receipt, payUntil, places.expiresAt()));
    }

    private static Decision<Happening> price(Order order, Priced priced) {
        OrderPriced locked = new OrderPriced(order.id(), order.booking().fanId(), priced);
        Sealed recipient = order.secrets().recipient();
        if (!order.stepUp() || recipient == null) {
            return Decision.silently(List.of(Happening.of(locked, NextErrand.afterAgreement(order, priced))));
        }
        var required = new VerificationRequired(
                order.id(), VerificationKind.CODE, order.verification().codesLeft(), "");
        return Decision.silently(List.of(
                Happening.of(locked),
                Happening.of(required, new SendCode(order.id(), order.booking().fanId(), recipient, FIRST_ATTEMPT))));
    }

    private @Nullable Coupon coupon(CheckoutView view, Booking booking) {
        return booking.couponTerms() == null ? coupons.terms(view, booking) : booking.couponTerms();
    }

    private static Instant payUntil(
            Sale sale, Booking booking, HeldPlaces places, List<ReceiptLine> tickets, Instant at) {
        if (booking.method() == PaymentMethod.CARD) {
            return places.expiresAt();
        }
        Instant latest = at.plus(TRANSFER);
        Performance performance = sale.performance(places.performanceId());
        Instant begins = performance == null ? latest : sale.firstEntry(performance, tickets);
        return begins.isBefore(latest) ? begins : latest;
    }

    /** Whoever is still to act has as long as the hold; a transfer has its own time. */
    Decision<Happening> prolong(Order order, Instant until) {
        if (order.priced() == null || !order.ownsNothingYet()) {
            return Decision.nothing();
        }
        Priced priced = order.price();
        Instant payUntil = order.booking().method() == PaymentMethod.CARD ? until : priced.payUntil();
        return priced.heldUntil().isBefore(until)
                ? Decision.silently(List.of(Happening.of(new OrderProlonged(order.id(), until, payUntil))))
                : Decision.nothing();
    }

    /** The detail is inventory's code, by which the edge knows what to tell. Whoever gives the hold back later withdraws the order. */
    Decision<Happening> reject(Order order, Refusal refusal) {
        if (order.state() == Order.State.PLACED) {
            return Decision.silently(List.of(Endings.end(order, OrderEnd.HOLD_LOST, refusal.code())));
        }
        return order.ownsNothingYet() ? Decision.silently(List.of(Endings.withdraw(order))) : Decision.nothing();
    }
}
