package io.onsale.payments.simulator;

import static io.onsale.payments.simulator.RunningSimulators.card;
import static io.onsale.payments.simulator.RunningSimulators.transfer;
import static io.onsale.payments.simulator.RunningSimulators.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onsale.payments.gateway.Answer;
import io.onsale.payments.gateway.Authorisation;
import io.onsale.payments.gateway.Money;
import io.onsale.payments.gateway.Payment;
import io.onsale.payments.gateway.PaymentGateway;
import io.onsale.payments.gateway.Refund;
import io.onsale.schemas.checkout.PaymentStatus;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulated gateway and its client, over HTTP. */
class SimulatedPaymentsTest {

    @TempDir
    private Path folder;

    private RunningSimulators simulators;
    private PaymentGateway gateway;

    @BeforeEach
    void start() {
        simulators = new RunningSimulators(folder);
        gateway = simulators.gateway();
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void approvesAndCapturesAndKnowsItByIdAndByReference() throws InterruptedException {
        Payment approved = begin("e/o1", "test-approve");
        Payment captured = given(gateway.capture(approved.id(), won(1_000), "capture"));

        assertThat(approved.status()).isEqualTo(PaymentStatus.AUTHORISED);
        assertThat(captured.status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(given(gateway.read(approved.id()))).contains(captured);
        assertThat(given(gateway.readByReference("e/o1"))).contains(captured);
        assertThat(given(gateway.read("pay_nobody"))).isEmpty();
        assertThat(given(gateway.readByReference("e/nobody"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"test-decline,card_declined", "anything,unknown_token"})
    void declines(String token, String reason) throws InterruptedException {
        Payment declined = begin("e/o1", token);

        assertThat(declined.status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(declined.reason()).isEqualTo(reason);
        assertThat(begin("e/o1", "test-approve").status())
                .as("after that another card may be tried")
                .isEqualTo(PaymentStatus.AUTHORISED);
    }

    @Test
    void asksForTheCodeOfTheCardsBank() throws InterruptedException {
        Payment asked = begin("e/o1", "test-3ds");
        Payment wrong = given(gateway.answerChallenge(asked.id(), "000000", "first"));
        Payment right = given(gateway.answerChallenge(asked.id(), "123456", "second"));

        assertThat(asked.status()).isEqualTo(PaymentStatus.ACTION_REQUIRED);
        assertThat(wrong.status()).isEqualTo(PaymentStatus.ACTION_REQUIRED);
        assertThat(wrong.reason()).isEqualTo("wrong_code");
        assertThat(right.status()).isEqualTo(PaymentStatus.AUTHORISED);
    }

    @Test
    void declinesAfterThreeWrongCodes() throws InterruptedException {
        Payment asked = begin("e/o1", "test-3ds");
        given(gateway.answerChallenge(asked.id(), "000001", "first"));
        given(gateway.answerChallenge(asked.id(), "000002", "second"));

        Payment third = given(gateway.answerChallenge(asked.id(), "000003", "third"));

        assertThat(third.status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(third.reason()).isEqualTo("authentication_failed");
        assertRefused(gateway.answerChallenge(asked.id(), "123456", "fourth"), "wrong_status");
    }

    @Test
    void answersATimeoutTooLateAndHasThePaymentAllTheSame() throws InterruptedException {
        Answer<Payment> answer = gateway.authorise(card("e/o1", "test-timeout"), "key");

        assertThat(answer).isInstanceOf(Answer.Silent.class);
        assertThat(given(gateway.readByReference("e/o1")))
                .hasValueSatisfying(it -> assertThat(it.status()).isEqualTo(PaymentStatus.AUTHORISED));
    }

    @Test
    void approvesALatePaymentByItself() throws InterruptedException {
        Payment pending = begin("e/o1", "test-late");

        assertThat(pending.status()).isEqualTo(PaymentStatus.PENDING);
        awaitStatus(pending.id(), PaymentStatus.AUTHORISED);
    }

    @Test
    void approvesNothingLateThatWasVoidedBefore() throws InterruptedException {
        Payment pending = begin("e/o1", "test-late");
        given(gateway.release(pending.id(), "void"));
        Payment other = begin("e/o2", "test-late");

        awaitStatus(other.id(), PaymentStatus.AUTHORISED);
        assertThat(given(gateway.read(pending.id())).orElseThrow().status()).isEqualTo(PaymentStatus.VOIDED);
    }

    @Test
    void capturesNoPartAndNoOtherCurrency() throws InterruptedException {
        Payment approved = begin("e/o1", "test-approve");

        assertRefused(gateway.capture(approved.id(), won(999), "part"), "partial_capture");
        assertRefused(gateway.capture(approved.id(), won(1_001), "more"), "partial_capture");
        assertRefused(gateway.capture(approved.id(), new Money(1_000, "USD"), "dollars"), "wrong_currency");
    }

    @Test
    void refundsInPartsAndNeverMoreThanWasCaptured() throws InterruptedException {
        Payment approved = begin("e/o1", "test-approve");
        assertRefused(gateway.refund(approved.id(), "r0", won(100), "early"), "wrong_status");
        given(gateway.capture(approved.id(), won(1_000), "capture"));

        Refund first = given(gateway.refund(approved.id(), "r1", won(400), "one"));
        given(gateway.refund(approved.id(), "r1", won(400), "one again under another key"));

        assertThat(first).isEqualTo(new Refund("r1", won(400), first.status()));
        assertRefused(gateway.refund(approved.id(), "r2", won(601), "two"), "refund_exceeds_capture");
        given(gateway.refund(approved.id(), "r3", won(600), "three"));
        assertRefused(gateway.refund(approved.id(), "r4", won(1), "four"), "refund_exceeds_capture");
        assertRefused(gateway.refund(approved.id(), "r1", won(1), "five"), "refund_exists");
        assertThat(simulators.get("/v1/payments/" + approved.id()).body()).contains("\"refunded\":1000");
    }

    @Test
    void letsGoOnlyWhatWasNotCaptured() throws InterruptedException {
        Payment approved = begin("e/o1", "test-approve");
        given(gateway.release(approved.id(), "void"));
        given(gateway.release(approved.id(), "void again"));
        assertRefused(gateway.capture(approved.id(), won(1_000), "late"), "wrong_status");

        Payment captured = begin("e/o2", "test-approve");
        given(gateway.capture(captured.id(), won(1_000), "capture"));
        assertRefused(gateway.release(captured.id(), "void 2"), "already_captured");
    }

    @Test
    void opensAnAccountForATransferAndWaitsForTheExactDeposit() throws InterruptedException {
        Payment opened = given(gateway.authorise(transfer("e/o1"), "key"));
        String deposit = "/v1/payments/" + opened.id() + "/deposit";

        assertThat(opened.status()).isEqualTo(PaymentStatus.AWAITING_DEPOSIT);
        assertThat(opened.deposit())
                .hasValueSatisfying(it -> assertThat(it.account()).hasSize(12));
        assertThat(simulators.post(deposit, "{\"amount\":999}", "any").statusCode())
                .isEqualTo(422);
        assertThat(simulators.post(deposit, "{\"amount\":1000}", "any").statusCode())
                .isEqualTo(200);
        assertThat(simulators.post(deposit, "{\"amount\":1000}", "any").statusCode())
                .isEqualTo(409);
        assertThat(given(gateway.read(opened.id())).orElseThrow().status()).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void doesARequestOnceHoweverOftenItIsMade() throws InterruptedException {
        Payment first = given(gateway.authorise(card("e/o1", "test-approve"), "key"));
        given(gateway.capture(first.id(), won(1_000), "capture"));

        assertThat(given(gateway.authorise(card("e/o1", "test-approve"), "key")))
                .as("as it was answered then")
                .isEqualTo(first);
    }

    @Test
    void takesAKeyForOneBodyOnly() throws InterruptedException {
        given(gateway.authorise(card("e/o1", "test-approve"), "key"));

        assertRefused(gateway.authorise(card("e/o1", "test-decline"), "key"), "idempotency_conflict");
        assertRefused(gateway.authorise(card("e/o1", "test-approve"), "other"), "reference_in_use");
    }

    @Test
    void aCardWhoseTimeWasProlongedIsAskedForTheSameAgain() throws InterruptedException {
        Authorisation first = card("e/o1", "test-approve");
        Authorisation prolonged = new Authorisation(
                first.reference(),
                first.attempt(),
                first.money(),
                first.means(),
                first.until().plusSeconds(600));

        Payment begun = given(gateway.authorise(first, "key"));

        assertThat(given(gateway.authorise(prolonged, "key"))).isEqualTo(begun);
    }

    @Test
    void hasAllOfItAfterAStart() throws InterruptedException {
        Payment approved = begin("e/o1", "test-approve");
        Payment pending = begin("e/o2", "test-late");

        simulators.restart();

        assertThat(given(gateway.authorise(card("e/o1", "test-approve"), "e/o1test-approve")))
                .isEqualTo(approved);
        awaitStatus(pending.id(), PaymentStatus.AUTHORISED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"reference\":\"e/o\",\"attempt\":1,\"amount\":-1,\"currency\":\"KRW\",\"method\":\"card\",\"token\":\"t\",\"pay_until\":\"2030-01-01T00:00:00Z\"}",
                "{\"reference\":\"e/o\",\"attempt\":1,\"amount\":1.5,\"currency\":\"KRW\",\"method\":\"card\",\"token\":\"t\",\"pay_until\":\"2030-01-01T00:00:00Z\"}",
                "{\"reference\":\"e/o\",\"attempt\":1,\"amount\":1,\"currency\":\"WON\",\"method\":\"card\",\"token\":\"t\",\"pay_until\":\"2030-01-01T00:00:00Z\"}",
                "{\"reference\":\"e/o\",\"attempt\":1,\"amount\":1,\"currency\":\"KRW\",\"method\":\"cash\",\"pay_until\":\"2030-01-01T00:00:00Z\"}",
                "{\"reference\":\"e/o\",\"attempt\":1,\"amount\":1,\"currency\":\"KRW\",\"method\":\"bank_transfer\",\"pay_until\":\"soon\"}"
            })
    void saysWhatIsWrongWithABody(String body) {
        assertThat(simulators.post("/v1/payments", body, "key").statusCode()).isBetween(400, 422);
    }

    @Test
    void letsNobodyInWithoutTheLogin() {
        assertThat(simulators.getAs("Bearer guess", "/v1/payments?reference=e").statusCode())
                .isEqualTo(401);
        assertThat(simulators.getAs("", "/v1/messages?to=fan").statusCode()).isEqualTo(401);
        assertThat(simulators.get("/v1/elsewhere").statusCode()).isEqualTo(404);
    }

    private Payment begin(String reference, String token) throws InterruptedException {
        return given(gateway.authorise(card(reference, token), reference + token));
    }

    private void awaitStatus(String paymentId, PaymentStatus status) {
        await().until(() -> given(gateway.read(paymentId)).map(Payment::status).equals(Optional.of(status)));
    }

    private static <T> T given(Answer<T> answer) {
        if (answer instanceof Answer.Given<T> given) {
            return given.value();
        }
        throw new AssertionError(answer.toString());
    }

    private static void assertRefused(Answer<?> answer, String code) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class, it -> assertThat(it.code()).isEqualTo(code));
    }
}
