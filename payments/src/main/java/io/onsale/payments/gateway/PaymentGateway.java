package io.onsale.payments.gateway;

import java.util.Optional;

/** A company that moves money. */
public interface PaymentGateway extends AutoCloseable {

    /** Has money promised, or an account opened for a bank transfer. */
    Answer<Payment> authorise(Authorisation authorisation, String idempotencyKey) throws InterruptedException;

    /** Passes a code on to the card's bank. */
    Answer<Payment> answerChallenge(String paymentId, String code, String idempotencyKey) throws InterruptedException;

    /** Takes all that was promised. */
    Answer<Payment> capture(String paymentId, Money money, String idempotencyKey) throws InterruptedException;

    /** Lets promised money go. */
    Answer<Payment> release(String paymentId, String idempotencyKey) throws InterruptedException;

    /** Gives some or all of what was taken back. */
    Answer<Refund> refund(String paymentId, String refundId, Money money, String idempotencyKey)
            throws InterruptedException;

    /** The payment as the gateway has it. */
    Answer<Optional<Payment>> read(String paymentId) throws InterruptedException;

    /** The payment that the gateway has under our reference; the newest where there are several. */
    Answer<Optional<Payment>> readByReference(String reference) throws InterruptedException;

    /** Hangs up; what was asked and not answered has to be asked again. */
    @Override
    void close();
}
