package io.onsale.payments.toss;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.outbound.JsonHttp;
import io.onsale.payments.gateway.Answer;
import io.onsale.payments.gateway.Deposit;
import io.onsale.payments.gateway.Money;
import io.onsale.payments.gateway.Payment;
import io.onsale.payments.gateway.Refund;
import io.onsale.schemas.checkout.PaymentStatus;
import io.onsale.schemas.checkout.RefundStatus;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The company's JSON, read. */
final class TossJson {

    private static final int ONLY_ATTEMPT = 1;
    /** A key that is not let in, or too many requests: nothing that the request itself is to blame for. */
    private static final Set<Integer> NOT_ABOUT_US = Set.of(401, 429);

    private static final Set<String> PASSING = Set.of(
            "PROVIDER_ERROR",
            "COMMON_ERROR",
            "INVALID_API_KEY",
            "FORBIDDEN_REQUEST",
            "FAILED_INTERNAL_SYSTEM_PROCESSING",
            "FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING",
            "IDEMPOTENT_REQUEST_PROCESSING");

    private static final Set<String> DECLINES = Set.of(
            "INVALID_REJECT_CARD",
            "INVALID_STOPPED_CARD",
            "INVALID_CARD_LOST_OR_STOLEN",
            "INVALID_CARD_EXPIRATION",
            "RESTRICTED_TRANSFER_ACCOUNT",
            "NOT_AVAILABLE_PAYMENT");

    private TossJson() {}

    /** What cannot be read is no answer. */
    static <T> Answer<T> given(JsonNode body, Function<JsonNode, T> reading) {
        try {
            return new Answer.Given<>(reading.apply(body));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Answer.Silent<>("the answer cannot be read: " + e.getMessage());
        }
    }

    /** Only what has a code of the company's is its judgement. */
    static <T> Answer<T> refused(JsonHttp.Answer answer) {
        String code = answer.code().orElse("");
        if (code.isEmpty() || NOT_ABOUT_US.contains(answer.status()) || PASSING.contains(code)) {
            return new Answer.Silent<>("not now: status " + answer.status() + ", " + code);
        }
        // The message is for people in Korea; a code is enough for programs, and says nothing about the payer.
        return new Answer.Refused<>(code.toLowerCase(Locale.ROOT), "");
    }

    /** Whether it is the company that has no such payment, and not some server in between that has no such page. */
    static boolean isNotFound(JsonNode body) {
        return body.path("code").asText("").startsWith("NOT_FOUND_PAYMENT");
    }

    /** Whether it is the card that is refused. */
    static boolean isDecline(String code) {
        return code.startsWith("REJECT_") || DECLINES.contains(code);
    }

    static Payment payment(JsonNode payment) {
        return new Payment(
                text(payment, "paymentKey"),
                TossOrderIds.reference(text(payment, "orderId")),
                ONLY_ATTEMPT,
                status(payment),
                new Money(amount(payment, "totalAmount"), text(payment, "currency")),
                payment.path("failure").path("code").asText("").toLowerCase(Locale.ROOT),
                deposit(payment.path("virtualAccount")));
    }

    /** Whether the fan has only opened the payment window: of what was not confirmed nobody owes us anything. */
    static boolean isUnconfirmed(JsonNode payment) {
        return Set.of("READY", "IN_PROGRESS").contains(text(payment, "status"));
    }

    private static PaymentStatus status(JsonNode payment) {
        boolean transfer = payment.path("virtualAccount").isObject();
        return switch (text(payment, "status")) {
            case "READY", "IN_PROGRESS" -> PaymentStatus.PENDING;
            case "WAITING_FOR_DEPOSIT" -> PaymentStatus.AWAITING_DEPOSIT;
            case "DONE" -> transfer ? PaymentStatus.CAPTURED : PaymentStatus.AUTHORISED;
            case "PARTIAL_CANCELED" -> PaymentStatus.CAPTURED;
            case "CANCELED" -> PaymentStatus.VOIDED;
            case "ABORTED" -> PaymentStatus.DECLINED;
            case "EXPIRED" -> PaymentStatus.FAILED;
            default -> throw new IllegalArgumentException("an unknown status");
        };
    }

    /**
     * The refund of that id, where the payment has it and it did not fail. A payment that was let go whole has gone back too, whatever for.
     *
     * @param letGo the reason that stands with what was let go
     */
    static Optional<Refund> refund(JsonNode payment, String refundId, String letGo) {
        for (JsonNode cancel : payment.path("cancels")) {
            String reason = cancel.path("cancelReason").asText();
            boolean whole = reason.equals(letGo) && amount(cancel, "cancelAmount") == amount(payment, "totalAmount");
            if ((reason.equals(refundId) || whole) && refundStatus(cancel) != RefundStatus.FAILED) {
                Money money = new Money(amount(cancel, "cancelAmount"), text(payment, "currency"));
                return Optional.of(new Refund(refundId, money, refundStatus(cancel)));
            }
        }
        return Optional.empty();
    }

    /** Whether that refund was tried in vain. */
    static boolean hasFailed(JsonNode payment, String refundId) {
        for (JsonNode cancel : payment.path("cancels")) {
            if (cancel.path("cancelReason").asText().equals(refundId) && refundStatus(cancel) == RefundStatus.FAILED) {
                return true;
            }
        }
        return false;
    }

    private static RefundStatus refundStatus(JsonNode cancel) {
        return switch (cancel.path("cancelStatus").asText("DONE")) {
            case "DONE" -> RefundStatus.SETTLED;
            case "ABORTED" -> RefundStatus.FAILED;
            default -> RefundStatus.PENDING;
        };
    }

    private static Optional<Deposit> deposit(JsonNode account) {
        return account.isObject()
                ? Optional.of(new Deposit(
                        text(account, "bankCode"),
                        text(account, "accountNumber"),
                        OffsetDateTime.parse(text(account, "dueDate")).toInstant()))
                : Optional.empty();
    }

    private static long amount(JsonNode of, String name) {
        JsonNode amount = of.path(name);
        if (!amount.isIntegralNumber() || !amount.canConvertToLong()) {
            throw new IllegalArgumentException("no " + name);
        }
        return amount.longValue();
    }

    private static String text(JsonNode of, String name) {
        JsonNode text = of.path(name);
        if (!text.isTextual()) {
            throw new IllegalArgumentException("no " + name);
        }
        return text.textValue();
    }
}
