package io.onsale.payments.process;

import io.onsale.payments.gateway.Payment;
import io.onsale.schemas.checkout.PaymentStatus;
import io.onsale.schemas.checkout.RefundStatus;

/** Where it is reported what came of commands; each returns once the report is durable. */
interface Reports {

    void payment(Cause cause, Payment payment, PaymentStatus status, String reason) throws InterruptedException;

    void refund(Cause cause, String refundId, RefundStatus status, long amount, String reason)
            throws InterruptedException;
}
