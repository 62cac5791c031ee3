package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.Errand.AuthorisePayment;
import io.onsale.topologies.checkout.domain.Errand.CapturePayment;
import io.onsale.topologies.checkout.domain.Errand.ConfirmSeats;

/** What has to be done next for an order; each takes the order as it was before, and what it costs. */
final class NextErrand {

    private NextErrand() {}

    /** The fan has done all that is asked before anything is paid: a card's money is promised first, else places come first. */
    static Errand afterAgreement(Order order, Priced priced) {
        return order.booking().method() == PaymentMethod.CARD && !priced.free()
                ? authorise(order, priced)
                : confirm(order);
    }

    static Errand authorise(Order order, Priced priced) {
        Receipt receipt = priced.receipt();
        return new AuthorisePayment(
                order.id(),
                receipt.total(),
                receipt.currency(),
                order.booking().method(),
                order.secrets().paymentToken(),
                priced.payUntil());
    }

    static Errand confirm(Order order) {
        Booking booking = order.booking();
        return new ConfirmSeats(order.id(), booking.holdId(), booking.fanId());
    }

    static Errand capture(Order order, String paymentId) {
        Receipt receipt = order.price().receipt();
        return new CapturePayment(order.id(), paymentId, receipt.total(), receipt.currency());
    }
}
