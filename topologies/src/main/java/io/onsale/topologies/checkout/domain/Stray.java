package io.onsale.topologies.checkout.domain;

/**
 * Money that came for an order that had no use for it.
 *
 * @param returned whether it went back
 */
public record Stray(String paymentId, long amount, boolean captured, boolean returned) {

    /** The refund by which it goes back. */
    static String refundId(String orderId, String paymentId) {
        return orderId + "-stray-" + paymentId;
    }

    Stray back() {
        return new Stray(paymentId, amount, captured, true);
    }
}
