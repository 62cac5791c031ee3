package io.onsale.payments.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.outbound.JsonHttp;
import io.onsale.payments.gateway.Answer;
import io.onsale.payments.gateway.Authorisation;
import io.onsale.payments.gateway.Money;
import io.onsale.payments.gateway.Payment;
import io.onsale.payments.gateway.PaymentGateway;
import io.onsale.payments.gateway.Refund;
import io.onsale.schemas.checkout.RefundStatus;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The simulated gateway, over HTTP. */
public final class SimulatedGateway implements PaymentGateway {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String PAYMENTS = "/v1/payments";
    private static final int NOT_FOUND = 404;

    private final JsonHttp http;

    /**
     * A client.
     *
     * @param url where the gateway is
     * @param key its login
     */
    public SimulatedGateway(URI url, String key) {
        this(url, key, PATIENCE);
    }

    /** A client that waits so long for an answer. */
    public SimulatedGateway(URI url, String key, Duration patience) {
        this.http = new JsonHttp("gateway", url, Map.of("Authorization", "Bearer " + key), patience);
    }

    @Override
    public Answer<Payment> authorise(Authorisation authorisation, String idempotencyKey) throws InterruptedException {
        Map<String, Object> body = new HashMap<>(money(authorisation.money()));
        body.put("reference", authorisation.reference());
        body.put("attempt", authorisation.attempt());
        switch (authorisation.means()) {
            case Authorisation.Card card -> {
                body.put("method", "card");
                body.put("token", card.token());
            }
            // a card's time is no part of what is asked for: it may be prolonged, and the request is the same
            case Authorisation.BankTransfer transfer -> {
                body.put("method", "bank_transfer");
                body.put("pay_until", authorisation.until().toString());
            }
        }
        return post(PAYMENTS, body, idempotencyKey, PaymentJson::payment);
    }

    @Override
    public Answer<Payment> answerChallenge(String paymentId, String code, String idempotencyKey)
            throws InterruptedException {
        return post(at(paymentId) + "/challenge", Map.of("code", code), idempotencyKey, PaymentJson::payment);
    }

    @Override
    public Answer<Payment> capture(String paymentId, Money money, String idempotencyKey) throws InterruptedException {
        return post(at(paymentId) + "/capture", money(money), idempotencyKey, PaymentJson::payment);
    }

    @Override
    public Answer<Payment> release(String paymentId, String idempotencyKey) throws InterruptedException {
        return post(at(paymentId) + "/void", Map.of(), idempotencyKey, PaymentJson::payment);
    }

    @Override
    public Answer<Refund> refund(String paymentId, String refundId, Money money, String idempotencyKey)
            throws InterruptedException {
        Map<String, Object> body = new HashMap<>(money(money));
        body.put("refund_id", refundId);
        return post(
                at(paymentId) + "/refunds",
                body,
                idempotencyKey,
                refund -> new Refund(refundId, PaymentJson.money(refund), RefundStatus.SETTLED));
    }

    @Override
    public Answer<Optional<Payment>> read(String paymentId) throws InterruptedException {
        return read(http.get(at(paymentId)));
    }

    @Override
    public Answer<Optional<Payment>> readByReference(String reference) throws InterruptedException {
        return read(http.get(PAYMENTS + "?reference=" + encoded(reference)));
    }

    private <T> Answer<T> post(String path, Object body, String idempotencyKey, Function<JsonNode, T> reading)
            throws InterruptedException {
        return switch (http.post(path, body, Optional.of(idempotencyKey))) {
            case JsonHttp.Silence silence -> new Answer.Silent<>(silence.why());
            case JsonHttp.Answer answer ->
                answer.isSuccess() ? PaymentJson.given(answer.body(), reading) : PaymentJson.refused(answer);
        };
    }

    private static Answer<Optional<Payment>> read(JsonHttp.Outcome outcome) {
        return switch (outcome) {
            case JsonHttp.Silence silence -> new Answer.Silent<>(silence.why());
            case JsonHttp.Answer answer -> {
                if (answer.status() == NOT_FOUND) {
                    yield PaymentJson.isNotFound(answer.body())
                            ? new Answer.Given<>(Optional.empty())
                            : new Answer.Silent<>("somebody else than the gateway has not found it");
                }
                yield answer.isSuccess()
                        ? PaymentJson.given(answer.body(), body -> Optional.of(PaymentJson.payment(body)))
                        : PaymentJson.refused(answer);
            }
        };
    }

    private static Map<String, Object> money(Money money) {
        return Map.of("amount", money.amount(), "currency", money.currency());
    }

    private static String at(String paymentId) {
        return PAYMENTS + "/" + encoded(paymentId);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
