package io.onsale.topologies.checkout.domain;

/**
 * Money that came for an order that had no use for it.
 *
 * @param returned whether it went back
 * @param failures how often the gateway refused to give it back
 */
public record Stray(String paymentId, long amount, String currency, boolean captured, boolean returned, int failures) {

    static Stray of(CheckoutEvent.StrayPayment came) {
        return new Stray(came.paymentId(), came.amount(), came.currency(), came.captured(), false, 0);
    }

    /** The refund by which it goes back. */
    static String refundId(String orderId, String paymentId) {
        return orderId + "-stray-" + paymentId;
    }

    Stray back() {
        return new Stray(paymentId, amount, currency, captured, true, failures);
    }

    Stray failed() {
        return new Stray(paymentId, amount, currency, captured, returned, failures + 1);
    }
}
