package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutEvent.TicketsCancelled;
import io.onsale.topologies.kit.domain.Patience;
import io.onsale.topologies.show.domain.Performance;
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
                : OrderTimes.earliest(taken, price().payUntil().minus(HoldRules.TRANSFER));
    }

    /** When anything is due of it. */
    OrderTimes times() {
        return new OrderTimes(this);
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
