package io.onsale.payments.simulator.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the simulated gateway keeps it.
 *
 * @param approvesAt when a late one is approved, in milliseconds since 1970
 * @param triesLeft how many wrong codes it bears
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Held(
        String paymentId,
        String reference,
        int attempt,
        Standing standing,
        long amount,
        String currency,
        String reason,
        long captured,
        List<Repaid> refunds,
        @Nullable Account deposit,
        @Nullable Long approvesAt,
        int triesLeft) {

    /** Money that went back. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Repaid(String refundId, long amount) {}

    /** Where a transfer goes, and until when as ISO 8601 has it. */
    record Account(String bank, String account, String until) {}

    Held {
        refunds = List.copyOf(refunds);
    }

    long refunded() {
        return refunds.stream().mapToLong(Repaid::amount).sum();
    }

    Held standing(Standing other, String why) {
        return new Held(
                paymentId, reference, attempt, other, amount, currency, why, captured, refunds, deposit, null,
                triesLeft);
    }

    Held capturedWhole() {
        return new Held(
                paymentId,
                reference,
                attempt,
                Standing.CAPTURED,
                amount,
                currency,
                "",
                amount,
                refunds,
                deposit,
                null,
                triesLeft);
    }

    Held repaying(Repaid refund) {
        List<Repaid> more = new ArrayList<>(refunds);
        more.add(refund);
        return new Held(
                paymentId,
                reference,
                attempt,
                standing,
                amount,
                currency,
                reason,
                captured,
                more,
                deposit,
                approvesAt,
                triesLeft);
    }

    Held afterWrongCode() {
        return new Held(
                paymentId,
                reference,
                attempt,
                standing,
                amount,
                currency,
                "wrong_code",
                captured,
                refunds,
                deposit,
                approvesAt,
                triesLeft - 1);
    }
}
