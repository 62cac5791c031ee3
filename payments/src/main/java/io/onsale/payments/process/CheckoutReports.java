package io.onsale.payments.process;

import io.onsale.outbound.Outbox;
import io.onsale.payments.gateway.Deposit;
import io.onsale.payments.gateway.Payment;
import io.onsale.schemas.Topics;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.PaymentStatus;
import io.onsale.schemas.checkout.RefundStatus;
import io.onsale.schemas.checkout.ReportPayment;
import io.onsale.schemas.checkout.ReportRefund;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import java.time.Clock;
import org.apache.avro.specific.SpecificRecord;

/** Tells checkout what came of its commands. */
final class CheckoutReports implements Reports {

    private final Outbox outbox;
    private final Clock clock;

    CheckoutReports(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void payment(Cause cause, Payment payment, PaymentStatus status, String reason) throws InterruptedException {
        write(
                cause,
                ReportPayment.newBuilder()
                        .setOrderId(cause.orderId())
                        .setPaymentId(payment.id())
                        .setAttempt(payment.attempt())
                        .setStatus(status)
                        .setAmount(payment.money().amount())
                        .setCurrency(payment.money().currency())
                        .setReason(reason)
                        .setAsOf(cause.begun())
                        .setStep(cause.step())
                        .setDeposit(
                                payment.deposit().map(CheckoutReports::deposit).orElse(null))
                        .build());
    }

    @Override
    public void refund(Cause cause, String refundId, RefundStatus status, long amount, String reason)
            throws InterruptedException {
        write(
                cause,
                ReportRefund.newBuilder()
                        .setOrderId(cause.orderId())
                        .setRefundId(refundId)
                        .setStatus(status)
                        .setAmount(amount)
                        .setReason(reason)
                        .build());
    }

    private static io.onsale.schemas.checkout.Deposit deposit(Deposit deposit) {
        return new io.onsale.schemas.checkout.Deposit(deposit.bank(), deposit.account(), deposit.until());
    }

    private void write(Cause cause, SpecificRecord body) throws InterruptedException {
        CommandEnvelope envelope = CommandEnvelope.newBuilder()
                .setCommandId(cause.envelope().getCommandId() + "!")
                .setCausationId(cause.envelope().getCommandId())
                .setTraceId(cause.envelope().getTraceId())
                .setActor(new Actor(ActorKind.SYSTEM, "payments"))
                .setIssuedAt(clock.instant())
                .build();
        outbox.write(
                Topics.CHECKOUT_COMMANDS,
                cause.key(),
                CheckoutCommand.newBuilder().setEnvelope(envelope).setBody(body).build());
    }
}
