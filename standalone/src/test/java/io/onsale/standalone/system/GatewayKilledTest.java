package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.payments.gateway.Answer;
import io.onsale.payments.gateway.Authorisation;
import io.onsale.payments.gateway.Money;
import io.onsale.payments.gateway.Payment;
import io.onsale.payments.simulated.SimulatedGateway;
import io.onsale.standalone.Endpoints;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@OnSharedSystem
class GatewayKilledTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BEFORE = 20;
    private static final int AFTER = 20;

    private final WholeSystem system;

    GatewayKilledTest(WholeSystem system) {
        this.system = system;
    }

    @Test
    void aKilledGatewayComesBackOnItsPortWithEveryPaymentThatItAcknowledged() throws Exception {
        Endpoints.Gateway at = system.standalone.endpoints().gateway();
        ProcessHandle killed = system.gateway();
        try (SimulatedGateway gateway = new SimulatedGateway(URI.create(at.url()), at.login())) {
            List<Payment> acknowledged = pay(gateway, BEFORE);
            CompletableFuture<List<Payment>> meanwhile =
                    CompletableFuture.supplyAsync(() -> pay(gateway, AFTER), Thread.ofVirtual()::start);

            killed.destroyForcibly();

            acknowledged.addAll(meanwhile.get());
            assertThat(system.gateway()).isNotEqualTo(killed);
            for (Payment payment : acknowledged) {
                assertThat(gateway.read(payment.id())).isEqualTo(new Answer.Given<>(Optional.of(payment)));
            }
        }
    }

    private static List<Payment> pay(SimulatedGateway gateway, int many) {
        List<Payment> paid = new ArrayList<>();
        for (int number = 0; number < many; number++) {
            paid.add(pay(gateway, "a test's/" + UUID.randomUUID()));
        }
        return paid;
    }

    /** Asks under one idempotency key until it is answered. */
    private static Payment pay(SimulatedGateway gateway, String reference) {
        Authorisation authorisation = new Authorisation(
                reference,
                1,
                new Money(1_000, "KRW"),
                new Authorisation.Card("test-approve"),
                Instant.now().plus(PATIENCE));
        Answer<Payment> answer = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> gateway.authorise(authorisation, reference), Answer.Given.class::isInstance);
        return ((Answer.Given<Payment>) answer).value();
    }
}
