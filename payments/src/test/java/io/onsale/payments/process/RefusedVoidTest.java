package io.onsale.payments.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.payments.gateway.Answer;
import io.onsale.payments.gateway.Authorisation;
import io.onsale.payments.gateway.Money;
import io.onsale.payments.gateway.Payment;
import io.onsale.payments.gateway.PaymentGateway;
import io.onsale.payments.gateway.Refund;
import io.onsale.schemas.checkout.PaymentStatus;
import io.onsale.schemas.checkout.RefundStatus;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.payments.PaymentCommand;
import io.onsale.schemas.payments.VoidPayment;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.SecretSeals;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusedVoidTest {

    private static final Instant ISSUED = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> reported = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void isReportedAsThePaymentStands(PaymentStatus status) throws InterruptedException {
        release(status);

        assertThat(reported).containsExactly("pay-1 " + status + " not_now " + ISSUED);
    }

    private void release(PaymentStatus status) throws InterruptedException {
        Clock clock = Clock.fixed(ISSUED, ZoneOffset.UTC);
        CommandEnvelope envelope = CommandEnvelope.newBuilder()
                .setCommandId("command")
                .setTraceId("trace")
                .setActor(new Actor(ActorKind.SYSTEM, "checkout"))
                .setIssuedAt(ISSUED)
                .build();
        new PaymentCommands(new Refusing(status), new SecretSeals(ProcessKey.generate()), new Heard(), clock)
                .handle(
                        "event",
                        PaymentCommand.newBuilder()
                                .setEnvelope(envelope)
                                .setBody(new VoidPayment("order", "pay-1"))
                                .build());
    }

    /** It has a payment of the order, and lets nobody change it. */
    private record Refusing(PaymentStatus status) implements PaymentGateway {

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

    private final class Heard implements Reports {

        @Override
        public void payment(Cause cause, Payment payment, PaymentStatus status, String reason) {
            reported.add(payment.id() + " " + status + " " + reason + " " + cause.begun());
        }

        @Override
        public void refund(Cause cause, String refundId, RefundStatus status, long amount, String reason) {
            throw new AssertionError("a void is no refund");
        }
    }
}
