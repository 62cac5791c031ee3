package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutEvent.AskedAgain;
import io.onsale.topologies.checkout.domain.CheckoutEvent.TicketsCancelled;
import io.onsale.topologies.checkout.domain.Errand.CheckPayment;
import io.onsale.topologies.checkout.domain.Errand.ClaimHold;
import io.onsale.topologies.checkout.domain.Errand.RefundPayment;
import io.onsale.topologies.checkout.domain.Errand.VoidPayment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The errands of which an order still waits to hear what came of them; whoever did one before only says so again. */
final class Reminders {

    private Reminders() {}

    static Happening askAgain(Order order, Instant at) {
        return new Happening(new AskedAgain(order.id(), order.times().asking(at)), errands(order));
    }

    private static List<Errand> errands(Order order) {
        return switch (order.state()) {
            case PLACED ->
                List.of(new ClaimHold(
                        order.id(), order.booking().holdId(), order.booking().fanId()));
            case AUTHORISING -> List.of(NextErrand.authorise(order, order.price()));
            case AWAITING_DEPOSIT ->
                List.of(new CheckPayment(order.id(), order.payment().id()));
            case SECURING -> List.of(NextErrand.confirm(order));
            case CAPTURING -> List.of(NextErrand.capture(order, order.payment().id()));
            case CONFIRMED, CANCELLED, ENDED -> owed(order);
            case VERIFYING, CHALLENGED -> List.of();
        };
    }

    /** Whether money that should be with the fan, or free, is not known to be. */
    static boolean owesAnything(Order order) {
        return !owed(order).isEmpty();
    }

    private static List<Errand> owed(Order order) {
        List<Errand> owed = new ArrayList<>();
        for (Cancellation cancellation : order.aftermath().cancellations()) {
            if (!cancellation.settled()) {
                owed.add(refund(order, cancellation));
            }
        }
        for (Stray stray : order.aftermath().strays()) {
            if (!stray.returned()) {
                owed.add(back(order, stray));
            }
        }
        if (owesItsPromise(order)) {
            owed.add(new VoidPayment(order.id(), order.payment().id()));
        }
        return owed;
    }

    private static boolean owesItsPromise(Order order) {
        Payment payment = order.payment();
        return order.ended() && payment.asked() && !order.aftermath().knows(payment.id());
    }

    /** All promises that are still to be let go. */
    static List<Promise> promises(Order order) {
        List<Promise> promises = new ArrayList<>();
        order.aftermath().strays().stream()
                .filter(stray -> !stray.captured() && !stray.returned())
                .forEach(stray -> promises.add(new Promise(stray.paymentId(), stray.amount())));
        if (owesItsPromise(order)) {
            promises.add(new Promise(order.payment().id(), order.payment().promised()));
        }
        return promises;
    }

    /** Money that the gateway keeps for an order which has no use for it. */
    record Promise(String paymentId, long amount) {}

    private static Errand refund(Order order, Cancellation cancellation) {
        TicketsCancelled cancelled = cancellation.what();
        return new RefundPayment(
                order.id(),
                order.payment().id(),
                cancelled.refundId(),
                cancelled.refund(),
                order.price().receipt().currency(),
                cancellation.failures() + 1);
    }

    /** Taken money is refunded, promised money let go. */
    static Errand back(Order order, Stray stray) {
        String payment = stray.paymentId();
        String refund = Stray.refundId(order.id(), payment);
        return stray.captured()
                ? new RefundPayment(order.id(), payment, refund, stray.amount(), stray.currency(), stray.failures() + 1)
                : new VoidPayment(order.id(), payment);
    }
}
