package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.Order.State;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When anything is due of an order: that it comes to nothing, that somebody is asked again, that it is forgotten. */
record OrderTimes(Order order) {

    /**
     * How often a payment is read after the time of a transfer before the order ends without an answer: for more than two hours. Until then its places
     * are its own; a card's are not, so that news of it that come after its time come too late.
     */
    private static final int MOST_READINGS = 8;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    /** How long an order is kept that is over: money that comes for it so late still goes back by itself. */
    static final Duration REMEMBERED = Duration.ofDays(90);

    /** When time next brings anything; null where it brings nothing. */
    @Nullable
    Instant deadline() {
        return earliest(expiresAt(), asksAt());
    }

    /** When it comes to nothing if its fan does nothing; null where nobody keeps it waiting but others. */
    @Nullable
    Instant expiresAt() {
        return switch (order.state()) {
            case VERIFYING -> earliest(order.price().heldUntil(), order.price().payUntil());
            case AUTHORISING, CHALLENGED -> order.paysFirst() ? order.price().payUntil() : null;
            case PLACED, AWAITING_DEPOSIT, SECURING, CAPTURING, CONFIRMED, CANCELLED, ENDED -> null;
        };
    }

    /** When those who owe it an answer are asked again; null where nobody does. */
    @Nullable
    Instant asksAt() {
        return switch (order.state()) {
            case PLACED, SECURING, CAPTURING -> patienceEnds();
            case AUTHORISING ->
                order.paysFirst()
                        ? null
                        : isRead() ? patienceEnds() : earliest(order.price().payUntil(), patienceEnds());
            case AWAITING_DEPOSIT -> isRead() ? patienceEnds() : order.price().payUntil();
            case CONFIRMED, CANCELLED, ENDED -> Reminders.owesAnything(order) ? patienceEnds() : null;
            case VERIFYING, CHALLENGED -> null;
        };
    }

    private Instant patienceEnds() {
        return order.patience().over(FIRST_PAUSE);
    }

    /** Whether its payment was read since the time of its transfer was over. */
    private boolean isRead() {
        return !order.patience().since().isBefore(order.price().payUntil());
    }

    /** How often in a row it will have asked if it asks now; after the time of a transfer that is counted anew. */
    int asking(Instant at) {
        boolean first = order.awaitsTransfer()
                && !isRead()
                && !at.isBefore(order.price().payUntil());
        return first ? 1 : order.patience().asked() + 1;
    }

    /** Whether nobody could say what became of its transfer. */
    boolean hasReadEnough() {
        return order.awaitsTransfer() && isRead() && hasAskedEnough();
    }

    /** Whether those who owe it an answer were asked for hours. */
    boolean hasAskedEnough() {
        return order.patience().asked() >= MOST_READINGS;
    }

    /** Whether a report says how its transfer stood after its time. */
    boolean isOverdueIn(PaymentReport report) {
        Instant asOf = report.asOf();
        return order.awaitsTransfer()
                && asOf != null
                && !asOf.isBefore(order.price().payUntil());
    }

    /** Whether payments found a card's time over that was prolonged meanwhile; then nothing was begun, and the card can be asked as it would have been. */
    boolean isJudgedByAnEarlierTime(PaymentReport report) {
        Instant asOf = report.asOf();
        return order.state() == State.AUTHORISING
                && order.paysFirst()
                && order.secrets().paymentToken() != null
                && report.isTooLate()
                && asOf != null
                && asOf.isBefore(order.price().payUntil());
    }

    /** Whether nothing can happen to it any more, and has not for so long that nobody asks for it here; its fan's page tells of it by its events. */
    boolean forgotten(@Nullable Sale sale, Instant at) {
        Instant over = over(sale);
        return over != null && !at.isBefore(over.plus(REMEMBERED));
    }

    /** Since when nothing can happen to it any more; null where something can. */
    private @Nullable Instant over(@Nullable Sale sale) {
        if (Reminders.owesAnything(order)) {
            return null;
        }
        return switch (order.state()) {
            case ENDED, CANCELLED -> order.patience().since();
            case CONFIRMED ->
                latest(
                        order.patience().since(),
                        sale == null ? null : sale.begins(order.price().performanceId()));
            case PLACED, VERIFYING, AUTHORISING, CHALLENGED, AWAITING_DEPOSIT, SECURING, CAPTURING -> null;
        };
    }

    private static @Nullable Instant latest(Instant one, @Nullable Instant other) {
        return other == null || other.isAfter(one) ? other : one;
    }

    static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
