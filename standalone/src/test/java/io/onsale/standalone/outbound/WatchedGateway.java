package io.onsale.standalone.outbound;

import io.onsale.payments.gateway.Answer;
import io.onsale.payments.gateway.Authorisation;
import io.onsale.payments.gateway.Money;
import io.onsale.payments.gateway.Payment;
import io.onsale.payments.gateway.PaymentGateway;
import io.onsale.payments.gateway.Refund;
import java.util.Optional;

/** A gateway at the end of a line; requests are known by their idempotency keys. */
record WatchedGateway(PaymentGateway gateway, Line line) implements PaymentGateway {

    @Override
    public Answer<Payment> authorise(Authorisation authorisation, String idempotencyKey) throws InterruptedException {
        return line.ask(idempotencyKey, () -> gateway.authorise(authorisation, idempotencyKey));
    }

    @Override
    public Answer<Payment> answerChallenge(String paymentId, String code, String idempotencyKey)
            throws InterruptedException {
        return line.ask(idempotencyKey, () -> gateway.answerChallenge(paymentId, code, idempotencyKey));
    }

    @Override
    public Answer<Payment> capture(String paymentId, Money money, String idempotencyKey) throws InterruptedException {
        return line.ask(idempotencyKey, () -> gateway.capture(paymentId, money, idempotencyKey));
    }

    @Override
    public Answer<Payment> release(String paymentId, String idempotencyKey) throws InterruptedException {
        return line.ask(idempotencyKey, () -> gateway.release(paymentId, idempotencyKey));
    }

    @Override
    public Answer<Refund> refund(String paymentId, String refundId, Money money, String idempotencyKey)
            throws InterruptedException {
        return line.ask(idempotencyKey, () -> gateway.refund(paymentId, refundId, money, idempotencyKey));
    }

    @Override
    public Answer<Optional<Payment>> read(String paymentId) throws InterruptedException {
        return line.ask("read " + paymentId, () -> gateway.read(paymentId));
    }

    @Override
    public Answer<Optional<Payment>> readByReference(String reference) throws InterruptedException {
        return line.ask("read " + reference, () -> gateway.readByReference(reference));
    }

    @Override
    public void close() {
        gateway.close();
    }
}
