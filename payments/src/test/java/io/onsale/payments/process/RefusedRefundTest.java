package io.onsale.payments.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.payments.gateway.Payment;
import io.onsale.payments.simulator.RunningSimulators;
import io.onsale.schemas.checkout.PaymentStatus;
import io.onsale.schemas.checkout.RefundStatus;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.payments.PaymentCommand;
import io.onsale.schemas.payments.RefundPayment;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.SecretSeals;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedRefundTest {

    private static final Instant ISSUED = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private RunningSimulators simulators;
    private final List<String> reported = new ArrayList<>();

    @BeforeEach
    void open() {
        simulators = new RunningSimulators(folder);
    }

    @AfterEach
    void close() {
        simulators.close();
    }

    @Test
    void isReportedAtOnceSoThatNobodyWaitsBehindIt() throws InterruptedException {
        Clock clock = Clock.fixed(ISSUED, ZoneOffset.UTC);
        SecretSeals seals = new SecretSeals(ProcessKey.generate());
        CommandEnvelope envelope = CommandEnvelope.newBuilder()
                .setCommandId("command")
                .setTraceId("trace")
                .setActor(new Actor(ActorKind.SYSTEM, "checkout"))
                .setIssuedAt(ISSUED)
                .build();

        new PaymentCommands(simulators.gateway(), seals, new Heard(), clock)
                .handle(
                        "event",
                        PaymentCommand.newBuilder()
                                .setEnvelope(envelope)
                                .setBody(new RefundPayment("order", "pay_unknown", "refund-1", 1_000L, "KRW", 1))
                                .build());

        assertThat(reported).containsExactly("refund-1 FAILED 1000 not_found");
    }

    private final class Heard implements Reports {

        @Override
        public void payment(Cause cause, Payment payment, PaymentStatus status, String reason) {
            throw new AssertionError("a refund is no payment");
        }

        @Override
        public void refund(Cause cause, String refundId, RefundStatus status, long amount, String reason) {
            reported.add(refundId + " " + status + " " + amount + " " + reason);
        }
    }
}
