package io.onsale.payments.simulator.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.payments.simulator.api.Call;
import io.onsale.payments.simulator.api.Wrong;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Optional;

/**
 * A payment that is asked for.
 *
 * @param token of a card; none for a bank transfer
 * @param until when a transfer has to have come; none for a card
 */
record Wanted(
        String reference, int attempt, long amount, String currency, Optional<String> token, Optional<Instant> until) {

    static Wanted of(ObjectNode body) {
        String method = Call.text(body, "method");
        boolean card = method.equals("card");
        if (!card && !method.equals("bank_transfer")) {
            throw Wrong.because(422, "invalid_field", "method is card or bank_transfer");
        }
        return new Wanted(
                Call.text(body, "reference"),
                (int) Math.min(Integer.MAX_VALUE, Call.positive(body, "attempt")),
                Call.positive(body, "amount"),
                currency(Call.text(body, "currency")),
                card ? Optional.of(Call.text(body, "token")) : Optional.empty(),
                card ? Optional.empty() : Optional.of(instant(Call.text(body, "pay_until"))));
    }

    private static String currency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw Wrong.because(422, "invalid_field", "currency is a code of ISO 4217");
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Wrong.because(422, "invalid_field", "pay_until is an instant as in 2030-01-01T00:00:00Z");
        }
    }
}
