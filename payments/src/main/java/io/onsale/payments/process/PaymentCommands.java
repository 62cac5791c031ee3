package io.onsale.payments.process;

import io.onsale.outbound.Handler;
import io.onsale.outbound.TryAgainException;
import io.onsale.payments.gateway.Answer;
import io.onsale.payments.gateway.Authorisation;
import io.onsale.payments.gateway.Money;
import io.onsale.payments.gateway.Payment;
import io.onsale.payments.gateway.PaymentGateway;
import io.onsale.payments.gateway.Refund;
import io.onsale.schemas.bounds.PaymentReasons;
import io.onsale.schemas.checkout.PaymentMethod;
import io.onsale.schemas.checkout.PaymentStatus;
import io.onsale.schemas.checkout.PaymentStep;
import io.onsale.schemas.checkout.RefundStatus;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.payments.AnswerChallenge;
import io.onsale.schemas.payments.AuthorisePayment;
import io.onsale.schemas.payments.CapturePayment;
import io.onsale.schemas.payments.CheckPayment;
import io.onsale.schemas.payments.PaymentCommand;
import io.onsale.schemas.payments.RefundPayment;
import io.onsale.schemas.payments.VoidPayment;
import io.onsale.schemas.privacy.BrokenSealException;
import io.onsale.schemas.privacy.SecretSeals;
import java.time.Clock;
import java.util.Optional;

/** Does at the gateway what checkout asks for, and reports how the payment stands then. */
final class PaymentCommands implements Handler<PaymentCommand> {

    private static final String UNREADABLE = "unreadable_secret";
    private static final String NOTHING_THERE = "no_payment";
    private static final String FAILED = "refund_failed";

    private final PaymentGateway gateway;
    private final SecretSeals seals;
    private final Reports reports;
    private final Clock clock;

    PaymentCommands(PaymentGateway gateway, SecretSeals seals, Reports reports, Clock clock) {
        this.gateway = gateway;
        this.seals = seals;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public CommandEnvelope envelope(PaymentCommand command) {
        return command.getEnvelope();
    }

    @Override
    public String lane(String key, PaymentCommand command) {
        return orderId(command);
    }

    private static String orderId(PaymentCommand command) {
        return switch (command.getBody()) {
            case AuthorisePayment it -> it.getOrderId();
            case AnswerChallenge it -> it.getOrderId();
            case CapturePayment it -> it.getOrderId();
            case VoidPayment it -> it.getOrderId();
            case RefundPayment it -> it.getOrderId();
            case CheckPayment it -> it.getOrderId();
            default -> throw unknown(command);
        };
    }

    private static PaymentStep step(PaymentCommand command) {
        return switch (command.getBody()) {
            case AuthorisePayment it -> PaymentStep.AUTHORISE;
            case AnswerChallenge it -> PaymentStep.ANSWER;
            case CapturePayment it -> PaymentStep.CAPTURE;
            case VoidPayment it -> PaymentStep.RELEASE;
            case RefundPayment it -> PaymentStep.REFUND;
            case CheckPayment it -> PaymentStep.CHECK;
            default -> throw unknown(command);
        };
    }

    @Override
    public void handle(String key, PaymentCommand command) throws InterruptedException {
        Cause cause = new Cause(key, command.getEnvelope(), orderId(command), step(command), clock.instant());
        switch (command.getBody()) {
            case AuthorisePayment it -> authorise(cause, it);
            case AnswerChallenge it -> answerChallenge(cause, it);
            case CapturePayment it -> capture(cause, it);
            case VoidPayment it -> release(cause, it);
            case RefundPayment it -> refund(cause, it);
            case CheckPayment it -> check(cause, Optional.ofNullable(it.getPaymentId()));
            default -> throw unknown(command);
        }
    }

    private static IllegalArgumentException unknown(PaymentCommand command) {
        return new IllegalArgumentException(
                "no command to payments: " + command.getBody().getClass());
    }

    /** Begins no payment after its time, but reports one that was begun before. */
    private void authorise(Cause cause, AuthorisePayment command) throws InterruptedException {
        Optional<Authorisation.Means> means = means(command);
        if (means.isEmpty()) {
            reportWhatIsThere(cause, command, UNREADABLE);
        } else if (clock.instant().isAfter(command.getPayUntil())) {
            reportWhatIsThere(cause, command, PaymentReasons.TOO_LATE);
        } else {
            authorise(cause, command, means.get());
        }
    }

    private void authorise(Cause cause, AuthorisePayment command, Authorisation.Means means)
            throws InterruptedException {
        Authorisation authorisation = new Authorisation(
                cause.reference(), command.getAttempt(), money(command), means, command.getPayUntil());
        String key = cause.idempotencyKey("authorise", command.getAttempt());
        switch (gateway.authorise(authorisation, key)) {
            case Answer.Given<Payment> given -> report(cause, given.value());
            case Answer.Refused<Payment> refused -> reportWhatIsThere(cause, command, refused.code());
            case Answer.Silent<Payment> silent ->
                report(cause, begun(cause, command).orElseThrow(() -> new TryAgainException(silent.why())));
        }
    }

    private void reportWhatIsThere(Cause cause, AuthorisePayment command, String otherwise)
            throws InterruptedException {
        Optional<Payment> begun = begun(cause, command);
        if (begun.isPresent()) {
            report(cause, begun.get());
        } else {
            Payment none = none(cause, command.getAttempt(), money(command));
            reports.payment(cause, none, PaymentStatus.FAILED, otherwise);
        }
    }

    /** The payment of this very attempt, where the gateway has it. */
    private Optional<Payment> begun(Cause cause, AuthorisePayment command) throws InterruptedException {
        return found(cause, Optional.empty()).filter(payment -> payment.attempt() == command.getAttempt());
    }

    private static Money money(AuthorisePayment command) {
        return new Money(command.getAmount(), command.getCurrency());
    }

    /** Empty where a card has no token that can be read. */
    private Optional<Authorisation.Means> means(AuthorisePayment command) {
        if (command.getMethod() == PaymentMethod.BANK_TRANSFER) {
            return Optional.of(new Authorisation.BankTransfer());
        }
        try {
            return Optional.ofNullable(command.getToken())
                    .map(token -> new Authorisation.Card(seals.openToken(command.getOrderId(), token)));
        } catch (BrokenSealException e) {
            return Optional.empty();
        }
    }

    private void answerChallenge(Cause cause, AnswerChallenge command) throws InterruptedException {
        String code = seals.openChallenge(command.getOrderId(), command.getCode());
        // Each code that a fan types is a request of its own.
        String key = cause.idempotencyKey("challenge", cause.envelope().getCommandId());
        settle(cause, command.getPaymentId(), gateway.answerChallenge(command.getPaymentId(), code, key));
    }

    private void capture(Cause cause, CapturePayment command) throws InterruptedException {
        Money money = new Money(command.getAmount(), command.getCurrency());
        String key = cause.idempotencyKey("capture", command.getPaymentId());
        settle(cause, command.getPaymentId(), gateway.capture(command.getPaymentId(), money, key));
    }

    /** An order may end before checkout learned of its payment, which is then known by its reference. */
    private void release(Cause cause, VoidPayment command) throws InterruptedException {
        Optional<String> id = Optional.of(command.getPaymentId()).filter(it -> !it.isBlank());
        if (id.isEmpty()) {
            id = found(cause, id).map(Payment::id);
        }
        if (id.isPresent()) {
            String key = cause.idempotencyKey("void", id.get());
            settle(cause, id.get(), gateway.release(id.get(), key));
        } else {
            reports.payment(cause, none(cause, 0, Money.NONE), PaymentStatus.VOIDED, NOTHING_THERE);
        }
    }

    private void refund(Cause cause, RefundPayment command) throws InterruptedException {
        Money money = new Money(command.getAmount(), command.getCurrency());
        // What the gateway has judged under a key it only repeats.
        int attempt = command.getAttempt();
        String which = attempt == 1 ? command.getRefundId() : command.getRefundId() + ":" + attempt;
        String key = cause.idempotencyKey("refund", which);
        switch (gateway.refund(command.getPaymentId(), command.getRefundId(), money, key)) {
            case Answer.Given<Refund> given -> reportRefund(cause, command, given.value());
            case Answer.Refused<Refund> refused -> reportNotRefunded(cause, command, refused.code());
            // A refund has an id of ours, so asking again is how it is read.
            case Answer.Silent<Refund> silent -> throw new TryAgainException(silent.why());
        }
    }

    private void reportRefund(Cause cause, RefundPayment command, Refund refund) throws InterruptedException {
        if (refund.status() == RefundStatus.FAILED) {
            reportNotRefunded(cause, command, FAILED);
        } else {
            reports.refund(cause, refund.id(), refund.status(), refund.money().amount(), "");
        }
    }

    /** Checkout has the patience to ask again; meanwhile other orders have their turn. */
    private void reportNotRefunded(Cause cause, RefundPayment command, String code) throws InterruptedException {
        reports.refund(cause, command.getRefundId(), RefundStatus.FAILED, command.getAmount(), code);
    }

    /** Of a payment that the gateway does not have there is nothing to report. */
    private void check(Cause cause, Optional<String> paymentId) throws InterruptedException {
        Optional<Payment> payment = found(cause, paymentId);
        if (payment.isPresent()) {
            report(cause, payment.get());
        }
    }

    private void settle(Cause cause, String paymentId, Answer<Payment> answer) throws InterruptedException {
        switch (answer) {
            case Answer.Given<Payment> given -> report(cause, given.value());
            case Answer.Refused<Payment> refused -> reportRefused(cause, paymentId, refused.code());
            case Answer.Silent<Payment> silent -> throw new TryAgainException(silent.why());
        }
    }

    /** A payment that can't be changed, or let go, stands as it stands, and that is what counts. */
    private void reportRefused(Cause cause, String paymentId, String code) throws InterruptedException {
        Optional<Payment> payment = found(cause, Optional.of(paymentId));
        if (payment.isPresent()) {
            reports.payment(cause, payment.get(), payment.get().status(), code);
        } else {
            reports.payment(cause, none(cause, 0, Money.NONE), PaymentStatus.FAILED, code);
        }
    }

    private void report(Cause cause, Payment payment) throws InterruptedException {
        reports.payment(cause, payment, payment.status(), payment.reason());
    }

    /** The order's payment at the gateway; only one that carries this order's reference is the order's. */
    private Optional<Payment> found(Cause cause, Optional<String> paymentId) throws InterruptedException {
        Answer<Optional<Payment>> answer =
                paymentId.isPresent() ? gateway.read(paymentId.get()) : gateway.readByReference(cause.reference());
        return switch (answer) {
            case Answer.Given<Optional<Payment>> given ->
                given.value().filter(payment -> payment.reference().equals(cause.reference()));
            case Answer.Refused<Optional<Payment>> refused ->
                throw new TryAgainException("the gateway does not let payments be read: " + refused.code());
            case Answer.Silent<Optional<Payment>> silent -> throw new TryAgainException(silent.why());
        };
    }

    private static Payment none(Cause cause, int attempt, Money money) {
        return new Payment("", cause.reference(), attempt, PaymentStatus.FAILED, money, "", Optional.empty());
    }
}
