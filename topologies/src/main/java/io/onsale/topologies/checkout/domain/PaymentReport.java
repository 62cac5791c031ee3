package io.onsale.topologies.checkout.domain;

import io.onsale.schemas.bounds.PaymentReasons;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway says about a payment.
 *
 * @param paymentId empty where the gateway has none
 * @param deposit where a bank transfer goes
 * @param asOf when the gateway was asked; null where that is not known
 * @param step what was asked of it then; a reason is why it refused that
 */
public record PaymentReport(
        String paymentId,
        Status status,
        long amount,
        String currency,
        String reason,
        @Nullable Deposit deposit,
        @Nullable Instant asOf,
        Step step) {

    PaymentReport about(String payment) {
        return new PaymentReport(payment, status, amount, currency, reason, deposit, asOf, step);
    }

    /** Whether the gateway refused to take the money: it is still only promised, and the reason is why. */
    boolean refusesCapture() {
        return status == Status.AUTHORISED && step == Step.CAPTURE && !reason.isEmpty();
    }

    /** Whether nothing was begun because its time was over. */
    boolean isTooLate() {
        return status == Status.FAILED && reason.equals(PaymentReasons.TOO_LATE);
    }

    /** Whether the gateway does not find what it was to let go. */
    boolean findsNothingToLetGo() {
        return paymentId.isEmpty() && status == Status.FAILED && step == Step.RELEASE;
    }

    /** Whether it may say what became of a code that was passed on, and not how things stood before. */
    boolean followsAnswer() {
        return step == Step.ANSWER || step == Step.UNKNOWN;
    }

    /** What payments may be asked for. */
    public enum Step {
        /** Reported before steps were. */
        UNKNOWN,
        AUTHORISE,
        ANSWER,
        CAPTURE,
        RELEASE,
        REFUND,
        CHECK
    }

    /** Where a payment is in its life. */
    public enum Status {
        PENDING,
        ACTION_REQUIRED,
        AWAITING_DEPOSIT,
        AUTHORISED,
        CAPTURED,
        DECLINED,
        VOIDED,
        FAILED
    }
}
