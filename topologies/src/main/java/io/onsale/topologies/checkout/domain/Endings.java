package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderEnded;
import io.onsale.topologies.checkout.domain.Errand.ReturnSeats;
import io.onsale.topologies.checkout.domain.Errand.UnclaimHold;
import io.onsale.topologies.checkout.domain.Errand.VoidPayment;
import io.onsale.topologies.show.domain.CancellationPolicy.Returns;
import java.util.ArrayList;
import java.util.List;

/** How orders come to nothing: whatever they held goes back, or is left to its fan, and whatever was promised is let go. */
final class Endings {

    private Endings() {}

    static Happening end(Order order, OrderEnd why, String detail) {
        return end(order, why, detail, order.payment().id());
    }

    static Happening withdraw(Order order) {
        return end(order, OrderEnd.WITHDRAWN, "It was withdrawn before it was paid.");
    }

    static Happening expire(Order order) {
        return expire(order, order.payment().id());
    }

    static Happening expire(Order order, String paymentId) {
        return end(order, OrderEnd.EXPIRED, "It was not paid in time.", paymentId);
    }

    /** Ends it where the gateway's payment only became known with what ends it. */
    static Happening end(Order order, OrderEnd why, String detail, String paymentId) {
        List<Errand> errands = errands(order, why);
        if (order.payment().asked()) {
            errands.add(new VoidPayment(order.id(), paymentId));
        }
        return new Happening(ended(order, why, detail), errands);
    }

    /** Ends it where the money was taken, so that there is no promise to let go. */
    static Happening endPaid(Order order, OrderEnd why, String detail) {
        return new Happening(ended(order, why, detail), errands(order, why));
    }

    private static OrderEnded ended(Order order, OrderEnd why, String detail) {
        return new OrderEnded(order.id(), order.booking().fanId(), why, detail);
    }

    private static List<Errand> errands(Order order, OrderEnd why) {
        List<Errand> errands = new ArrayList<>();
        Booking booking = order.booking();
        if (order.leavesHold(why)) {
            errands.add(new UnclaimHold(order.id(), booking.holdId(), booking.fanId()));
        } else if (why != OrderEnd.HOLD_LOST) {
            errands.add(everything(order));
        }
        return errands;
    }

    /** Has inventory take back whatever the order still holds or owns. */
    static ReturnSeats everything(Order order) {
        Booking booking = order.booking();
        return new ReturnSeats(
                order.id(), booking.holdId(), booking.fanId(), List.of(), List.of(), true, Returns.AT_ONCE);
    }
}
