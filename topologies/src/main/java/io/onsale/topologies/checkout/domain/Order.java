package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutEvent.TicketsCancelled;
import io.onsale.topologies.kit.domain.Patience;
import io.onsale.topologies.show.domain.Performance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands.
 *
 * @param stepUp it is to be confirmed by a code
 * @param priced null until its hold was seen
 * @param patience with those who owe it an answer
 */
public record Order(
        String id,
        Booking booking,
        boolean stepUp,
        State state,
        @Nullable Priced priced,
        Verification verification,
        Payment payment,
        Secrets secrets,
        Aftermath aftermath,
        Patience patience) {

    /**
     * How often a payment is read after the time of a transfer before the order ends without an answer: for more than two hours. Until then its places
     * are its own; a card's are not, so that news of it that come after its time come too late.
     */
    private static final int MOST_READINGS = 8;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    /** How long an order is kept that is over: money that comes for it so late still goes back by itself. */
    static final Duration REMEMBERED = Duration.ofDays(90);

    /** Where an order is in its life. */
    public enum State {
        /** It waits for its hold. */
        PLACED,
        /** It waits for a code of ours. */
        VERIFYING,
        /** It waits for the gateway's promise. */
        AUTHORISING,
        /** It waits for a code of the card's bank. */
        CHALLENGED,
        /** It waits for a bank transfer. */
        AWAITING_DEPOSIT,
        /** It waits to own its places. */
        SECURING,
        /** It waits for the money. */
        CAPTURING,
        /** It is paid. */
        CONFIRMED,
        /** No ticket is left of it. */
        CANCELLED,
        /** It came to nothing. */
        ENDED
    }

    static Order placed(CheckoutEvent.OrderPlaced placed, Instant at) {
        return new Order(
                placed.orderId(),
                placed.booking(),
                placed.stepUp(),
                State.PLACED,
                null,
                Verification.NONE,
                Payment.NONE,
                placed.secrets(),
                Aftermath.NONE,
                Patience.begun(at));
    }

    public boolean ended() {
        return state == State.ENDED;
    }

    /** Whether it has, or may still come to have, tickets. */
    boolean live() {
        return state != State.ENDED && state != State.CANCELLED;
    }

    boolean belongsTo(String fan) {
        return booking.fanId().equals(fan);
    }

    /** What it costs; asked only of orders that have seen their hold. */
    Priced price() {
        if (priced == null) {
            throw new IllegalStateException("has no price yet: " + id);
        }
        return priced;
    }

    /** When its fan decided for the date: a bank transfer comes up to a day later. Null of one that was paid before that was noted. */
    @Nullable
    Instant boughtAt() {
        Instant taken = payment.takenAt();
        return taken == null || booking.method() == PaymentMethod.CARD
                ? taken
                : earliest(taken, price().payUntil().minus(HoldRules.TRANSFER));
    }

    /** Whether money is promised before it owns its places: a card's is. */
    boolean paysFirst() {
        return booking.method() == PaymentMethod.CARD && !price().free();
    }

    /** Whether a code was passed on to the card's bank, and nothing was heard of it yet. */
    boolean awaitsAnswer() {
        return state == State.AUTHORISING && verification.answers() > 0;
    }

    /** Whether it owns its places and nothing is paid yet. */
    boolean awaitsTransfer() {
        return (state == State.AUTHORISING || state == State.AWAITING_DEPOSIT) && !paysFirst();
    }

    /** Whether its transfer may come after its performance begins, which may have been moved since the order was priced. */
    boolean outlasts(@Nullable Sale sale) {
        return awaitsTransfer() && sale != null && price().payUntil().isAfter(paidBy(sale));
    }

    /** Until when its transfer has to come under these terms: no later than it was to, nor than its performance begins. */
    Instant paidBy(Sale sale) {
        Instant payUntil = price().payUntil();
        Performance performance = sale.performance(price().performanceId());
        Instant begins = performance == null
                ? payUntil
                : sale.firstEntry(performance, price().receipt().lines());
        return begins.isBefore(payUntil) ? begins : payUntil;
    }

    /** Whether its places are only held for its fan, and nobody was asked to make it their owner. */
    boolean ownsNothingYet() {
        return switch (state) {
            case PLACED, VERIFYING -> true;
            case AUTHORISING, CHALLENGED -> paysFirst();
            case AWAITING_DEPOSIT, SECURING, CAPTURING, CONFIRMED, CANCELLED, ENDED -> false;
        };
    }

    /**
     * Whether its fan keeps the hold when it ends so: to order again with what was mistyped put right, or until the hold's own deadline, of which inventory
     * is the judge and which it may just have prolonged. A declined card frees the places for others.
     */
    boolean leavesHold(OrderEnd why) {
        return switch (why) {
            case NOT_ELIGIBLE, EXPIRED -> ownsNothingYet();
            case HOLD_LOST, SEATS_LOST, DECLINED, PAYMENT_FAILED, TOO_MANY_CODES, PERFORMANCE_CANCELLED, WITHDRAWN ->
                false;
        };
    }

    /** When time next brings anything; null where it brings nothing. */
    @Nullable
    Instant deadline() {
        return earliest(expiresAt(), asksAt());
    }

    /** When it comes to nothing if its fan does nothing; null where nobody keeps it waiting but others. */
    @Nullable
    Instant expiresAt() {
        return switch (state) {
            case VERIFYING -> earliest(price().heldUntil(), price().payUntil());
            case AUTHORISING, CHALLENGED -> paysFirst() ? price().payUntil() : null;
            case PLACED, AWAITING_DEPOSIT, SECURING, CAPTURING, CONFIRMED, CANCELLED, ENDED -> null;
        };
    }

    /** When those who owe it an answer are asked again; null where nobody does. */
    @Nullable
    Instant asksAt() {
        return switch (state) {
            case PLACED, SECURING, CAPTURING -> patienceEnds();
            case AUTHORISING ->
                paysFirst() ? null : isRead() ? patienceEnds() : earliest(price().payUntil(), patienceEnds());
            case AWAITING_DEPOSIT -> isRead() ? patienceEnds() : price().payUntil();
            case CONFIRMED, CANCELLED, ENDED -> Reminders.owesAnything(this) ? patienceEnds() : null;
            case VERIFYING, CHALLENGED -> null;
        };
    }

    private Instant patienceEnds() {
        return patience.over(FIRST_PAUSE);
    }

    /** Whether its payment was read since the time of its transfer was over. */
    private boolean isRead() {
        return !patience.since().isBefore(price().payUntil());
    }

    /** How often in a row it will have asked if it asks now; after the time of a transfer that is counted anew. */
    int asking(Instant at) {
        boolean first = awaitsTransfer() && !isRead() && !at.isBefore(price().payUntil());
        return first ? 1 : patience.asked() + 1;
    }

    /** Whether nobody could say what became of its transfer. */
    boolean hasReadEnough() {
        return awaitsTransfer() && isRead() && hasAskedEnough();
    }

    /** Whether those who owe it an answer were asked for hours. */
    boolean hasAskedEnough() {
        return patience.asked() >= MOST_READINGS;
    }

    /** Whether a report says how its transfer stood after its time. */
    boolean isOverdueIn(PaymentReport report) {
        Instant asOf = report.asOf();
        return awaitsTransfer() && asOf != null && !asOf.isBefore(price().payUntil());
    }

    /** Whether payments found a card's time over that was prolonged meanwhile; then nothing was begun, and the card can be asked as it would have been. */
    boolean isJudgedByAnEarlierTime(PaymentReport report) {
        Instant asOf = report.asOf();
        return state == State.AUTHORISING
                && paysFirst()
                && secrets.paymentToken() != null
                && report.isTooLate()
                && asOf != null
                && asOf.isBefore(price().payUntil());
    }

    /** Whether nothing can happen to it any more, and has not for so long that nobody asks for it here; its fan's page tells of it by its events. */
    boolean forgotten(@Nullable Sale sale, Instant at) {
        Instant over = over(sale);
        return over != null && !at.isBefore(over.plus(REMEMBERED));
    }

    /** Since when nothing can happen to it any more; null where something can. */
    private @Nullable Instant over(@Nullable Sale sale) {
        if (Reminders.owesAnything(this)) {
            return null;
        }
        return switch (state) {
            case ENDED, CANCELLED -> patience.since();
            case CONFIRMED -> latest(patience.since(), sale == null ? null : sale.begins(price().performanceId()));
            case PLACED, VERIFYING, AUTHORISING, CHALLENGED, AWAITING_DEPOSIT, SECURING, CAPTURING -> null;
        };
    }

    private static @Nullable Instant latest(Instant one, @Nullable Instant other) {
        return other == null || other.isAfter(one) ? other : one;
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    List<ReceiptLine> validTickets() {
        return price().receipt().lines().stream()
                .filter(line -> !aftermath.cancelled(line.ticketId()))
                .toList();
    }

    Order withPrice(Priced locked) {
        Order seen = new Order(id, booking, stepUp, state, locked, verification, payment, secrets, aftermath, patience);
        return stepUp ? seen.in(State.VERIFYING) : seen.agreed();
    }

    Order repriced(Priced now) {
        return new Order(id, booking, stepUp, state, now, verification, payment, secrets, aftermath, patience);
    }

    /** The fan has done what was asked before anything is paid. */
    private Order agreed() {
        return paysFirst() ? asking() : in(State.SECURING);
    }

    private Order asking() {
        return in(State.AUTHORISING).with(payment.asking()).with(secrets.withoutRecipient());
    }

    Order challenged(VerificationKind kind, String paymentId) {
        return switch (kind) {
            case CODE -> with(secrets.withoutRecipient());
            case CHALLENGE ->
                in(State.CHALLENGED).with(payment.known(paymentId)).with(Secrets.NONE);
        };
    }

    Order failedCode() {
        return with(new Verification(verification.wrongCodes() + 1, verification.answers()));
    }

    Order passed(VerificationKind kind) {
        return switch (kind) {
            case CODE -> agreed();
            case CHALLENGE ->
                in(State.AUTHORISING).with(new Verification(verification.wrongCodes(), verification.answers() + 1));
        };
    }

    Order awaiting(String paymentId) {
        return in(State.AWAITING_DEPOSIT).with(payment.known(paymentId)).with(Secrets.NONE);
    }

    Order promised(String paymentId, long amount) {
        return in(paysFirst() ? State.SECURING : State.CAPTURING)
                .with(payment.promising(paymentId, amount))
                .with(Secrets.NONE);
    }

    Order secured() {
        if (price().free()) {
            return this; // confirmed at once
        }
        return paysFirst() ? in(State.CAPTURING) : asking();
    }

    Order confirmed(String paymentId, long amount, Instant at) {
        return in(State.CONFIRMED).with(payment.taken(paymentId, amount, at)).with(Secrets.NONE);
    }

    Order end() {
        return in(State.ENDED).with(Secrets.NONE);
    }

    Order without(TicketsCancelled cancelled) {
        return in(cancelled.left() == 0 ? State.CANCELLED : State.CONFIRMED)
                .with(aftermath.with(Cancellation.begun(cancelled)));
    }

    /** Promised money was let go, or stray money went back. */
    Order letGo(String paymentId) {
        Stray stray = aftermath.stray(paymentId);
        return stray == null ? with(payment.letGo()) : with(aftermath.with(stray.back()));
    }

    Order waiting(Patience now) {
        return new Order(id, booking, stepUp, state, priced, verification, payment, secrets, aftermath, now);
    }

    Order with(Aftermath newAftermath) {
        return new Order(id, booking, stepUp, state, priced, verification, payment, secrets, newAftermath, patience);
    }

    private Order in(State newState) {
        return new Order(id, booking, stepUp, newState, priced, verification, payment, secrets, aftermath, patience);
    }

    private Order with(Payment newPayment) {
        return new Order(id, booking, stepUp, state, priced, verification, newPayment, secrets, aftermath, patience);
    }

    private Order with(Verification newVerification) {
        return new Order(id, booking, stepUp, state, priced, newVerification, payment, secrets, aftermath, patience);
    }

    private Order with(Secrets newSecrets) {
        return new Order(id, booking, stepUp, state, priced, verification, payment, newSecrets, aftermath, patience);
    }
}
