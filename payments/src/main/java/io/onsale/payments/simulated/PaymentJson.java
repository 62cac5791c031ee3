package io.onsale.payments.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.outbound.JsonHttp;
import io.onsale.payments.gateway.Answer;
import io.onsale.payments.gateway.Deposit;
import io.onsale.payments.gateway.Money;
import io.onsale.payments.gateway.Payment;
import io.onsale.schemas.checkout.PaymentStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The simulated gateway's JSON, read. */
final class PaymentJson {

    /** A login that is wrong, or too many requests: nothing that the request itself is to blame for. */
    private static final int UNAUTHORIZED = 401;

    private static final int TOO_MANY = 429;

    private PaymentJson() {}

    /** What cannot be read is no answer: the payment has to be read anew. */
    static <T> Answer<T> given(JsonNode body, Function<JsonNode, T> reading) {
        try {
            return new Answer.Given<>(reading.apply(body));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Answer.Silent<>("the gateway's answer cannot be read: " + e.getMessage());
        }
    }

    /** Only what has a code of the gateway's is its judgement. */
    static <T> Answer<T> refused(JsonHttp.Answer answer) {
        Optional<String> code = answer.code();
        if (code.isEmpty() || answer.status() == UNAUTHORIZED || answer.status() == TOO_MANY) {
            return new Answer.Silent<>("the gateway has not judged it: status " + answer.status());
        }
        return new Answer.Refused<>(code.get(), answer.body().path("detail").asText(""));
    }

    /** Whether it is the gateway that has no such payment, and not some server in between that has no such page. */
    static boolean isNotFound(JsonNode body) {
        return body.path("code").asText("").equals("not_found");
    }

    static Payment payment(JsonNode payment) {
        return new Payment(
                text(payment, "payment_id"),
                text(payment, "reference"),
                payment.path("attempt").asInt(),
                PaymentStatus.valueOf(text(payment, "status").toUpperCase(Locale.ROOT)),
                money(payment),
                payment.path("reason").asText(""),
                deposit(payment.path("deposit")));
    }

    static Money money(JsonNode of) {
        JsonNode amount = of.path("amount");
        if (!amount.isIntegralNumber() || !amount.canConvertToLong()) {
            throw new IllegalArgumentException("no amount");
        }
        return new Money(amount.longValue(), text(of, "currency"));
    }

    private static Optional<Deposit> deposit(JsonNode deposit) {
        return deposit.isObject()
                ? Optional.of(new Deposit(
                        text(deposit, "bank"), text(deposit, "account"), Instant.parse(text(deposit, "until"))))
                : Optional.empty();
    }

    private static String text(JsonNode of, String name) {
        JsonNode text = of.path(name);
        if (!text.isTextual()) {
            throw new IllegalArgumentException("no " + name);
        }
        return text.textValue();
    }
}
