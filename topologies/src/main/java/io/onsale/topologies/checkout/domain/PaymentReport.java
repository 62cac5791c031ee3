package io.onsale.topologies.checkout.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway says about a payment.
 *
 * @param paymentId empty where the gateway has none
 * @param deposit where a bank transfer goes
 */
public record PaymentReport(
        String paymentId,
        Status status,
        long amount,
        String currency,
        String reason,
        @Nullable Deposit deposit) {

    PaymentReport about(String payment) {
        return new PaymentReport(payment, status, amount, currency, reason, deposit);
    }

    /** Where a payment is in its life. */
    public enum Status {
        PENDING,
        ACTION_REQUIRED,
        AWAITING_DEPOSIT,
        AUTHORISED,
        CAPTURED,
        DECLINED,
        VOIDED,
        FAILED
    }
}
