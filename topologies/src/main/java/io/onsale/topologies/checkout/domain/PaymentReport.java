package io.onsale.topologies.checkout.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway says about a payment.
 *
 * @param paymentId empty where the gateway has none
 * @param deposit where a bank transfer goes
 * @param asOf when the gateway was asked; null where that is not known
 */
public record PaymentReport(
        String paymentId,
        Status status,
        long amount,
        String currency,
        String reason,
        @Nullable Deposit deposit,
        @Nullable Instant asOf) {

    PaymentReport about(String payment) {
        return new PaymentReport(payment, status, amount, currency, reason, deposit, asOf);
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
