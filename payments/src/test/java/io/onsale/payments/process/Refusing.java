package io.onsale.payments.process;

import io.onsale.payments.gateway.Answer;
import io.onsale.payments.gateway.Authorisation;
import io.onsale.payments.gateway.Money;
import io.onsale.payments.gateway.Payment;
import io.onsale.payments.gateway.PaymentGateway;
import io.onsale.payments.gateway.Refund;
import io.onsale.schemas.checkout.PaymentStatus;
import java.util.Optional;

/** A gateway that has a payment of the order and lets nobody change it. */
record Refusing(PaymentStatus status) implements PaymentGateway {

    @Override
    public Answer<Payment> authorise(Authorisation authorisation, String idempotencyKey) {
        return refused();
    }

    @Override
    public Answer<Payment> answerChallenge(String paymentId, String code, String idempotencyKey) {
        return refused();
    }

    @Override
    public Answer<Payment> capture(String paymentId, Money money, String idempotencyKey) {
        return refused();
    }

    @Override
    public Answer<Payment> release(String paymentId, String idempotencyKey) {
        return refused();
    }

    @Override
    public Answer<Refund> refund(String paymentId, String refundId, Money money, String idempotencyKey) {
        return refused();
    }

    private static <T> Answer<T> refused() {
        return new Answer.Refused<>("not_now", "");
    }

    @Override
    public Answer<Optional<Payment>> read(String paymentId) {
        Money money = new Money(1_000, "KRW");
        return new Answer.Given<>(
                Optional.of(new Payment(paymentId, "event/order", 1, status, money, "", Optional.empty())));
    }

    @Override
    public Answer<Optional<Payment>> readByReference(String reference) {
        return read("pay-1");
    }

    @Override
    public void close() {}
}
