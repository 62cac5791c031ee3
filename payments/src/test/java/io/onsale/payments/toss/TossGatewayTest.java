package io.onsale.payments.toss;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.payments.gateway.Answer;
import io.onsale.payments.gateway.Authorisation;
import io.onsale.payments.gateway.Money;
import io.onsale.payments.gateway.Payment;
import io.onsale.payments.gateway.Refund;
import io.onsale.payments.toss.TossShaped.Asked;
import io.onsale.schemas.checkout.PaymentStatus;
import io.onsale.schemas.checkout.RefundStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter against answers in the documented shape; nobody has called the real company. */
class TossGatewayTest {

    private static final String EVENT = UUID.randomUUID().toString();
    private static final String REFERENCE = EVENT + "/" + EVENT + "." + UUID.randomUUID();
    private static final String ORDER_ID = TossOrderIds.of(REFERENCE).orElseThrow();
    private static final Money WHOLE = new Money(50_000, "KRW");

    private final TossShaped toss = new TossShaped();
    private final TossGateway gateway = new TossGateway(toss.url(), "test_sk_1", Duration.ofSeconds(2));

    @AfterEach
    void close() {
        gateway.close();
        toss.close();
    }

    private static ObjectNode payment(String status) {
        return TossShaped.payment(ORDER_ID, status);
    }

    private static Payment given(PaymentStatus status) {
        return new Payment("key-1", REFERENCE, 1, status, WHOLE, "", Optional.empty());
    }

    private static Authorisation card(Money money) {
        return new Authorisation(REFERENCE, 1, money, new Authorisation.Card("key-1"), Instant.MAX);
    }

    @Test
    void confirmsAPaymentWithItsKeyOrderAndAmountUnderAnIdempotencyKey() throws Exception {
        toss.answering(payment("DONE"));

        assertThat(gateway.authorise(card(WHOLE), "order:authorise:1"))
                .isEqualTo(new Answer.Given<>(given(PaymentStatus.AUTHORISED)));

        Asked asked = only(toss.asked);
        assertThat(asked.what()).isEqualTo("POST /v1/payments/confirm");
        assertThat(asked.authorization()).isEqualTo("Basic dGVzdF9za18xOg==");
        assertThat(asked.idempotencyKey()).isEqualTo("order:authorise:1");
        assertThat(TossShaped.JSON.readTree(asked.body()))
                .isEqualTo(TossShaped.JSON
                        .createObjectNode()
                        .put("paymentKey", "key-1")
                        .put("orderId", ORDER_ID)
                        .put("amount", 50_000));
    }

    @Test
    void givesTheAmountAndCurrencyThatWereTakenAndNotThoseItAskedFor() throws Exception {
        toss.answering(payment("DONE").put("totalAmount", 49_000).put("currency", "USD"));

        assertThat(gateway.authorise(card(WHOLE), "key"))
                .isInstanceOfSatisfying(
                        Answer.Given.class,
                        answer -> assertThat(((Payment) answer.value()).money()).isEqualTo(new Money(49_000, "USD")));
    }

    @Test
    void takesNoOtherOrdersPaymentForItsOwn() throws Exception {
        String other =
                TossOrderIds.of(EVENT + "/" + EVENT + "." + UUID.randomUUID()).orElseThrow();
        toss.answering(TossShaped.payment(other, "DONE"));

        assertThat(gateway.authorise(card(WHOLE), "key"))
                .isEqualTo(refused("other_order", "a payment of another order"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"totalAmount\":50000.5", "\"totalAmount\":\"50000\"", "\"totalAmount\":null"})
    void readsNoAmountThatIsNotAWholeNumber(String amount) throws Exception {
        toss.answering(200, payment("DONE").toString().replace("\"totalAmount\":50000", amount));

        assertThat(gateway.authorise(card(WHOLE), "key")).isInstanceOf(Answer.Silent.class);
    }

    @Test
    void asksForNothingThatTheCompanyCannotDo() throws Exception {
        assertThat(gateway.authorise(card(new Money(50, "USD")), "key"))
                .isEqualTo(refused("wrong_currency", "only KRW"));
        assertThat(gateway.authorise(
                        new Authorisation(REFERENCE, 1, WHOLE, new Authorisation.BankTransfer(), Instant.MAX), "key"))
                .isEqualTo(refused("not_supported", "no bank transfers"));
        assertThat(gateway.authorise(
                        new Authorisation("event/order", 1, WHOLE, new Authorisation.Card("key-1"), Instant.MAX),
                        "key"))
                .isEqualTo(refused("bad_reference", "one payment for an order with UUIDs"));
        assertThat(gateway.answerChallenge("key-1", "123456", "key")).isInstanceOf(Answer.Refused.class);
        assertThat(gateway.refund("key-1", "refund-1", new Money(50, "USD"), "key"))
                .isEqualTo(refused("wrong_currency", "only KRW"));
        assertThat(toss.asked).isEmpty();
    }

    @Test
    void aCardThatIsRefusedIsAPaymentThatWasDeclined() throws Exception {
        toss.refusing(403, "REJECT_CARD_COMPANY");

        assertThat(gateway.authorise(card(WHOLE), "key"))
                .isEqualTo(new Answer.Given<>(new Payment(
                        "key-1",
                        REFERENCE,
                        1,
                        PaymentStatus.DECLINED,
                        WHOLE,
                        "reject_card_company",
                        Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "400, PROVIDER_ERROR",
        "401, UNAUTHORIZED_KEY",
        "403, FORBIDDEN_REQUEST",
        "409, IDEMPOTENT_REQUEST_PROCESSING",
        "429, TOO_MANY",
        "500, FAILED_INTERNAL_SYSTEM_PROCESSING"
    })
    void whatPassesIsAskedAgain(int status, String code) throws Exception {
        toss.refusing(status, code);

        assertThat(gateway.authorise(card(WHOLE), "key")).isInstanceOf(Answer.Silent.class);
    }

    @Test
    void whatWasJudgedIsRefusedWithItsCode() throws Exception {
        toss.refusing(400, "ALREADY_PROCESSED_PAYMENT");

        assertThat(gateway.authorise(card(WHOLE), "key")).isEqualTo(refused("already_processed_payment", ""));
    }

    @Test
    void captureTakesNothingButSeesThatAllIsThere() throws Exception {
        toss.answering(payment("DONE")).answering(payment("CANCELED")).answering(payment("DONE"));

        assertThat(gateway.capture("key-1", WHOLE, "key")).isEqualTo(new Answer.Given<>(given(PaymentStatus.CAPTURED)));
        assertThat(gateway.capture("key-1", WHOLE, "key")).isEqualTo(refused("wrong_status", "the payment is VOIDED"));
        assertThat(gateway.capture("key-1", new Money(1, "KRW"), "key"))
                .isEqualTo(refused("partial_capture", "only all that was confirmed is captured"));
        assertThat(toss.asked).extracting(Asked::what).containsOnly("GET /v1/payments/key-1");
    }

    @Test
    void letsGoByCancellingWhole() throws Exception {
        toss.answering(TossShaped.cancelled(payment("DONE"), "not needed", 50_000));

        assertThat(gateway.release("key-1", "order:void:key-1"))
                .isEqualTo(new Answer.Given<>(given(PaymentStatus.VOIDED)));

        Asked asked = only(toss.asked);
        assertThat(asked.what()).isEqualTo("POST /v1/payments/key-1/cancel");
        assertThat(asked.idempotencyKey()).isEqualTo("order:void:key-1");
        assertThat(asked.body()).isEqualTo("{\"cancelReason\":\"not needed\"}");
    }

    @Test
    void givesPartBackUnderTheRefundsId() throws Exception {
        toss.answering(payment("DONE")).answering(TossShaped.cancelled(payment("DONE"), "refund-1", 20_000));

        assertThat(gateway.refund("key-1", "refund-1", new Money(20_000, "KRW"), "order:refund:refund-1"))
                .isEqualTo(settled(20_000));

        Asked cancel = toss.asked.getLast();
        assertThat(cancel.what()).isEqualTo("POST /v1/payments/key-1/cancel");
        assertThat(cancel.idempotencyKey()).isEqualTo("order:refund:refund-1");
        assertThat(cancel.body()).isEqualTo("{\"cancelAmount\":20000,\"cancelReason\":\"refund-1\"}");
    }

    @Test
    void givesNothingBackTwiceHoweverLateItIsAskedAgain() throws Exception {
        ObjectNode after = TossShaped.cancelled(payment("DONE"), "refund-1", 20_000);
        toss.answering(after).answering(after);

        assertThat(gateway.refund("key-1", "refund-1", new Money(20_000, "KRW"), "key"))
                .isEqualTo(settled(20_000));
        assertThat(gateway.refund("key-1", "refund-1", new Money(30_000, "KRW"), "key"))
                .isEqualTo(refused("refund_exists", "there is a refund of this id with another amount"));
        assertThat(toss.asked).extracting(Asked::what).containsOnly("GET /v1/payments/key-1");
    }

    @Test
    void whatWasLetGoWholeIsBackWhateverItIsAskedBackFor() throws Exception {
        toss.answering(TossShaped.cancelled(payment("DONE"), "not needed", 50_000));

        assertThat(gateway.refund("key-1", "refund-1", WHOLE, "key")).isEqualTo(settled(50_000));
        assertThat(toss.asked).extracting(Asked::what).containsExactly("GET /v1/payments/key-1");
    }

    @Test
    void aRefundThatFailedIsTriedAnew() throws Exception {
        ObjectNode failed = TossShaped.cancelled(payment("DONE"), "refund-1", 20_000);
        ((ObjectNode) failed.get("cancels").get(0)).put("cancelStatus", "ABORTED");
        ObjectNode after = failed.deepCopy();
        ((ArrayNode) after.get("cancels"))
                .add(TossShaped.cancelled(payment("DONE"), "refund-1", 20_000)
                        .get("cancels")
                        .get(0));
        Money money = new Money(20_000, "KRW");
        toss.answering(payment("DONE")).answering(failed).answering(failed).answering(after);

        assertThat(gateway.refund("key-1", "refund-1", money, "key"))
                .isEqualTo(new Answer.Given<>(new Refund("refund-1", money, RefundStatus.FAILED)));
        assertThat(gateway.refund("key-1", "refund-1", money, "key:2")).isEqualTo(settled(20_000));
    }

    @Test
    void aRefundThatIsRefusedSaysWhy() throws Exception {
        toss.answering(payment("DONE")).refusing(403, "NOT_CANCELABLE_AMOUNT");

        assertThat(gateway.refund("key-1", "refund-1", WHOLE, "key")).isEqualTo(refused("not_cancelable_amount", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "DONE, AUTHORISED",
        "PARTIAL_CANCELED, CAPTURED",
        "CANCELED, VOIDED",
        "ABORTED, DECLINED",
        "EXPIRED, FAILED"
    })
    void readsAPaymentByItsKeyAndByOurReference(String theirs, PaymentStatus ours) throws Exception {
        toss.answering(payment(theirs)).answering(payment(theirs));

        assertThat(gateway.read("key-1")).isEqualTo(new Answer.Given<>(Optional.of(given(ours))));
        assertThat(gateway.readByReference(REFERENCE)).isEqualTo(new Answer.Given<>(Optional.of(given(ours))));
        assertThat(toss.asked)
                .extracting(Asked::what)
                .containsExactly("GET /v1/payments/key-1", "GET /v1/payments/orders/" + ORDER_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"READY", "IN_PROGRESS"})
    void whatTheFanHasOnlyAgreedToIsNoPaymentYet(String status) throws Exception {
        toss.answering(payment(status)).refusing(404, "NOT_FOUND_PAYMENT");

        assertThat(gateway.readByReference(REFERENCE)).isEqualTo(new Answer.Given<>(Optional.empty()));
        assertThat(gateway.read("key-2")).isEqualTo(new Answer.Given<>(Optional.empty()));
    }

    @Test
    void onlyTheCompanyItselfSaysThatThereIsNoSuchPayment() throws Exception {
        toss.answering(404, "<html>no such page</html>").answering(404, "");

        assertThat(gateway.read("key-1")).isInstanceOf(Answer.Silent.class);
        assertThat(gateway.readByReference(REFERENCE)).isInstanceOf(Answer.Silent.class);
    }

    @Test
    void anOrderIdIsShortEnoughAndSaysOurReference() {
        assertThat(ORDER_ID).matches("[A-Za-z0-9_-]{6,64}");
        assertThat(TossOrderIds.reference(ORDER_ID)).isEqualTo(REFERENCE);
        assertThat(TossOrderIds.reference("somebody-elses")).isEqualTo("somebody-elses");
    }

    @ParameterizedTest
    @CsvSource({"403, <html>forbidden</html>", "404, <html>no such page</html>", "413, ''", "400, {\"code\":7}"})
    void onlyTheCompanyItselfRefuses(int status, String page) throws Exception {
        toss.answering(status, page).answering(status, page);

        assertThat(gateway.authorise(card(WHOLE), "key")).isInstanceOf(Answer.Silent.class);
        assertThat(gateway.release("key-1", "key")).isInstanceOf(Answer.Silent.class);
    }

    private static Answer<Refund> settled(long amount) {
        return new Answer.Given<>(new Refund("refund-1", new Money(amount, "KRW"), RefundStatus.SETTLED));
    }

    private static <T> Answer<T> refused(String code, String detail) {
        return new Answer.Refused<>(code, detail);
    }

    private static Asked only(List<Asked> asked) {
        assertThat(asked).hasSize(1);
        return asked.getFirst();
    }
}
