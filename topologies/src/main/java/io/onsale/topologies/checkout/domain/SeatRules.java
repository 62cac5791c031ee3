package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderConfirmed;
import io.onsale.topologies.checkout.domain.CheckoutEvent.SeatsSecured;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import java.util.List;

/** What becomes of an order when inventory has made it the owner of its places, or could not. */
final class SeatRules {

    Decision<Happening> accept(Order order) {
        if (order.state() != Order.State.SECURING) {
            return Decision.nothing();
        }
        SeatsSecured secured = new SeatsSecured(order.id());
        Priced priced = order.price();
        if (priced.free()) {
            return Decision.silently(List.of(Happening.of(secured), Happening.of(confirmed(order, Payment.FREE, 0))));
        }
        Errand next = order.paysFirst()
                ? NextErrand.capture(order, order.payment().id())
                : NextErrand.authorise(order, priced);
        return Decision.silently(List.of(Happening.of(secured, next)));
    }

    Decision<Happening> reject(Order order, Refusal refusal) {
        return order.state() == Order.State.SECURING
                ? Decision.silently(List.of(Endings.end(order, OrderEnd.SEATS_LOST, refusal.code())))
                : Decision.nothing();
    }

    static OrderConfirmed confirmed(Order order, String paymentId, long captured) {
        Booking booking = order.booking();
        Priced priced = order.price();
        return new OrderConfirmed(
                order.id(),
                booking.number(),
                booking.fanId(),
                priced.performanceId(),
                paymentId,
                captured,
                priced.receipt());
    }
}
