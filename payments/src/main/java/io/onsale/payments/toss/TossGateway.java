package io.onsale.payments.toss;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.outbound.JsonHttp;
import io.onsale.payments.gateway.Answer;
import io.onsale.payments.gateway.Authorisation;
import io.onsale.payments.gateway.Money;
import io.onsale.payments.gateway.Payment;
import io.onsale.payments.gateway.PaymentGateway;
import io.onsale.payments.gateway.Refund;
import io.onsale.schemas.checkout.PaymentStatus;
import io.onsale.schemas.checkout.RefundStatus;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A gateway with the API of Toss Payments; never called for real. */
public final class TossGateway implements PaymentGateway {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String PAYMENTS = "/v1/payments/";
    private static final String ONLY_CURRENCY = "KRW";
    private static final String LET_GO = "not needed";
    private static final int NOT_FOUND = 404;

    private final JsonHttp http;

    /**
     * A client.
     *
     * @param url where the API is
     * @param secretKey the login there
     */
    public TossGateway(URI url, String secretKey) {
        this(url, secretKey, PATIENCE);
    }

    TossGateway(URI url, String secretKey, Duration patience) {
        String login = Base64.getEncoder().encodeToString((secretKey + ":").getBytes(StandardCharsets.UTF_8));
        this.http = new JsonHttp("toss", url, Map.of("Authorization", "Basic " + login), patience);
    }

    /** Confirms what the fan agreed to in the payment window, by its payment key; that takes the money. */
    @Override
    public Answer<Payment> authorise(Authorisation authorisation, String idempotencyKey) throws InterruptedException {
        Optional<String> orderId = TossOrderIds.of(authorisation.reference());
        if (authorisation.token().isEmpty()) {
            return new Answer.Refused<>("not_supported", "no bank transfers");
        }
        if (!authorisation.money().currency().equals(ONLY_CURRENCY)) {
            return new Answer.Refused<>("wrong_currency", "only " + ONLY_CURRENCY);
        }
        if (orderId.isEmpty() || authorisation.attempt() != 1) {
            return new Answer.Refused<>("bad_reference", "one payment for an order with UUIDs");
        }
        Map<String, Object> body = Map.of(
                "paymentKey",
                authorisation.token().get(),
                "orderId",
                orderId.get(),
                "amount",
                authorisation.money().amount());
        return switch (http.post(PAYMENTS + "confirm", body, Optional.of(idempotencyKey))) {
            case JsonHttp.Silence silence -> new Answer.Silent<>(silence.why());
            case JsonHttp.Answer answer ->
                answer.isSuccess() ? ours(authorisation, answer.body()) : declinedOrRefused(authorisation, answer);
        };
    }

    private static Answer<Payment> ours(Authorisation authorisation, JsonNode body) {
        Answer<Payment> answer = TossJson.given(body, TossJson::payment);
        return answer instanceof Answer.Given<Payment> given
                        && !given.value().reference().equals(authorisation.reference())
                ? new Answer.Refused<>("other_order", "a payment of another order")
                : answer;
    }

    private static Answer<Payment> declinedOrRefused(Authorisation authorisation, JsonHttp.Answer answer) {
        String code = answer.body().path("code").asText("");
        if (!TossJson.isDecline(code)) {
            return TossJson.refused(answer);
        }
        return new Answer.Given<>(new Payment(
                authorisation.token().orElse(""),
                authorisation.reference(),
                authorisation.attempt(),
                PaymentStatus.DECLINED,
                authorisation.money(),
                code.toLowerCase(Locale.ROOT),
                Optional.empty()));
    }

    @Override
    public Answer<Payment> answerChallenge(String paymentId, String code, String idempotencyKey) {
        return new Answer.Refused<>("not_supported", "the payment window asks, before there is a payment");
    }

    /** Confirming took the money; this only makes sure that all of it is still there. */
    @Override
    public Answer<Payment> capture(String paymentId, Money money, String idempotencyKey) throws InterruptedException {
        return switch (get(at(paymentId), TossJson::payment)) {
            case Answer.Silent<Optional<Payment>> silent -> new Answer.Silent<>(silent.why());
            case Answer.Refused<Optional<Payment>> refused -> new Answer.Refused<>(refused.code(), refused.detail());
            case Answer.Given<Optional<Payment>> given ->
                given.value().map(payment -> captured(payment, money)).orElseGet(TossGateway::unknown);
        };
    }

    private static Answer<Payment> captured(Payment payment, Money money) {
        if (!payment.money().equals(money)) {
            return new Answer.Refused<>("partial_capture", "only all that was confirmed is captured");
        }
        return switch (payment.status()) {
            case AUTHORISED, CAPTURED ->
                new Answer.Given<>(new Payment(
                        payment.id(),
                        payment.reference(),
                        payment.attempt(),
                        PaymentStatus.CAPTURED,
                        money,
                        payment.reason(),
                        payment.deposit()));
            default -> new Answer.Refused<>("wrong_status", "the payment is " + payment.status());
        };
    }

    /** Cancels whole: the money was taken, but the fan never gets to see more than a cancelled payment. */
    @Override
    public Answer<Payment> release(String paymentId, String idempotencyKey) throws InterruptedException {
        return cancel(paymentId, Map.of("cancelReason", LET_GO), idempotencyKey, TossJson::payment);
    }

    @Override
    public Answer<Refund> refund(String paymentId, String refundId, Money money, String idempotencyKey)
            throws InterruptedException {
        if (!money.currency().equals(ONLY_CURRENCY)) {
            return new Answer.Refused<>("wrong_currency", "only " + ONLY_CURRENCY);
        }
        Answer<Optional<Optional<Refund>>> before = get(at(paymentId), body -> TossJson.refund(body, refundId, LET_GO));
        return switch (before) {
            case Answer.Silent<Optional<Optional<Refund>>> silent -> new Answer.Silent<>(silent.why());
            case Answer.Refused<Optional<Optional<Refund>>> refused ->
                new Answer.Refused<>(refused.code(), refused.detail());
            case Answer.Given<Optional<Optional<Refund>>> given -> {
                if (given.value().isEmpty()) {
                    yield unknown();
                }
                Optional<Refund> done = given.value().get();
                yield done.isPresent()
                        ? same(done.get(), money)
                        : refundNow(paymentId, refundId, money, idempotencyKey);
            }
        };
    }

    private static Answer<Refund> same(Refund refund, Money money) {
        return refund.money().equals(money)
                ? new Answer.Given<>(refund)
                : new Answer.Refused<>("refund_exists", "there is a refund of this id with another amount");
    }

    private Answer<Refund> refundNow(String paymentId, String refundId, Money money, String idempotencyKey)
            throws InterruptedException {
        Map<String, Object> body = Map.of("cancelReason", refundId, "cancelAmount", money.amount());
        return cancel(paymentId, body, idempotencyKey, payment -> refunded(payment, refundId, money));
    }

    /** Answers to a refund show it; one that is there and did not succeed has failed. */
    private static Refund refunded(JsonNode payment, String refundId, Money money) {
        return TossJson.refund(payment, refundId, LET_GO)
                .filter(refund -> refund.money().equals(money))
                .or(() -> Optional.of(new Refund(refundId, money, RefundStatus.FAILED))
                        .filter(failed -> TossJson.hasFailed(payment, refundId)))
                .orElseThrow(() -> new IllegalArgumentException("no such refund"));
    }

    private static <T> Answer<T> unknown() {
        return new Answer.Refused<>("not_found_payment", "there is no such payment");
    }

    @Override
    public Answer<Optional<Payment>> read(String paymentId) throws InterruptedException {
        return begun(at(paymentId));
    }

    @Override
    public Answer<Optional<Payment>> readByReference(String reference) throws InterruptedException {
        Optional<String> orderId = TossOrderIds.of(reference);
        return orderId.isPresent() ? begun(PAYMENTS + "orders/" + orderId.get()) : new Answer.Given<>(Optional.empty());
    }

    private Answer<Optional<Payment>> begun(String path) throws InterruptedException {
        Answer<Optional<Optional<Payment>>> answer = get(
                path, body -> TossJson.isUnconfirmed(body) ? Optional.empty() : Optional.of(TossJson.payment(body)));
        return switch (answer) {
            case Answer.Silent<Optional<Optional<Payment>>> silent -> new Answer.Silent<>(silent.why());
            case Answer.Refused<Optional<Optional<Payment>>> refused ->
                new Answer.Refused<>(refused.code(), refused.detail());
            case Answer.Given<Optional<Optional<Payment>>> given ->
                new Answer.Given<>(given.value().flatMap(Function.identity()));
        };
    }

    /** Empty where there is no such payment. */
    private <T> Answer<Optional<T>> get(String path, Function<JsonNode, T> reading) throws InterruptedException {
        return switch (http.get(path)) {
            case JsonHttp.Silence silence -> new Answer.Silent<>(silence.why());
            case JsonHttp.Answer answer -> {
                if (answer.status() == NOT_FOUND) {
                    yield TossJson.isNotFound(answer.body())
                            ? new Answer.Given<>(Optional.empty())
                            : new Answer.Silent<>("somebody else than the company has not found it");
                }
                yield answer.isSuccess()
                        ? TossJson.given(answer.body(), body -> Optional.of(reading.apply(body)))
                        : TossJson.refused(answer);
            }
        };
    }

    private <T> Answer<T> cancel(
            String paymentId, Map<String, Object> body, String idempotencyKey, Function<JsonNode, T> reading)
            throws InterruptedException {
        return switch (http.post(at(paymentId) + "/cancel", body, Optional.of(idempotencyKey))) {
            case JsonHttp.Silence silence -> new Answer.Silent<>(silence.why());
            case JsonHttp.Answer answer ->
                answer.isSuccess() ? TossJson.given(answer.body(), reading) : TossJson.refused(answer);
        };
    }

    private static String at(String paymentKey) {
        return PAYMENTS + URLEncoder.encode(paymentKey, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
