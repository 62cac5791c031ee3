package io.onsale.payments.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.payments.gateway.Payment;
import io.onsale.schemas.checkout.PaymentStatus;
import io.onsale.schemas.checkout.PaymentStep;
import io.onsale.schemas.checkout.RefundStatus;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.payments.AnswerChallenge;
import io.onsale.schemas.payments.CapturePayment;
import io.onsale.schemas.payments.CheckPayment;
import io.onsale.schemas.payments.PaymentCommand;
import io.onsale.schemas.payments.VoidPayment;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.SecretSeals;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusedTest {

    private static final Instant ISSUED = Instant.parse("2026-01-01T00:00:00Z");

    private static final ProcessKey KEY = ProcessKey.generate();

    private final List<String> reported = new ArrayList<>();
    private final List<PaymentStep> steps = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void isReportedAsThePaymentStands(PaymentStatus status) throws InterruptedException {
        release(status);

        assertThat(reported).containsExactly("pay-1 " + status + " not_now " + ISSUED);
    }

    /** Or else checkout takes a refusal of one for a refusal of another. */
    @Test
    void isReportedWithWhatWasAsked() throws InterruptedException {
        ask(PaymentStatus.AUTHORISED, new VoidPayment("order", "pay-1"));
        ask(PaymentStatus.AUTHORISED, new CapturePayment("order", "pay-1", 1_000L, "KRW"));
        ask(
                PaymentStatus.AUTHORISED,
                new AnswerChallenge("order", "pay-1", new SecretSeals(KEY).sealChallenge("order", "123456")));
        ask(PaymentStatus.AUTHORISED, new CheckPayment("order", "pay-1"));

        assertThat(steps)
                .containsExactly(PaymentStep.RELEASE, PaymentStep.CAPTURE, PaymentStep.ANSWER, PaymentStep.CHECK);
    }

    private void release(PaymentStatus status) throws InterruptedException {
        ask(status, new VoidPayment("order", "pay-1"));
    }

    private void ask(PaymentStatus status, Object body) throws InterruptedException {
        Clock clock = Clock.fixed(ISSUED, ZoneOffset.UTC);
        CommandEnvelope envelope = CommandEnvelope.newBuilder()
                .setCommandId("command")
                .setTraceId("trace")
                .setActor(new Actor(ActorKind.SYSTEM, "checkout"))
                .setIssuedAt(ISSUED)
                .build();
        new PaymentCommands(new Refusing(status), new SecretSeals(KEY), new Heard(), clock)
                .handle(
                        "event",
                        PaymentCommand.newBuilder()
                                .setEnvelope(envelope)
                                .setBody(body)
                                .build());
    }

    private final class Heard implements Reports {

        @Override
        public void payment(Cause cause, Payment payment, PaymentStatus status, String reason) {
            steps.add(cause.step());
            reported.add(payment.id() + " " + status + " " + reason + " " + cause.begun());
        }

        @Override
        public void refund(Cause cause, String refundId, RefundStatus status, long amount, String reason) {
            throw new AssertionError("a void is no refund");
        }
    }
}
