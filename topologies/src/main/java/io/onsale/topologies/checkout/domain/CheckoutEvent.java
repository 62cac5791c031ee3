package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Instant;
import java.util.List;

/** What happens to orders and coupons of one show. */
public sealed interface CheckoutEvent {

    /** What happens to one order. */
    sealed interface OfOrder extends CheckoutEvent {
        String orderId();
    }

    /** Orders are taken on these terms. */
    record TermsChanged(ShowDefinition definition) implements CheckoutEvent {}

    /** Everything of a performance is refunded. */
    record PerformanceStopped(String performanceId) implements CheckoutEvent {}

    /** A coupon is accepted. */
    record CouponDefined(Coupon coupon) implements CheckoutEvent {}

    /** A coupon is accepted no more; orders that have it keep it. */
    record CouponWithdrawn(String code) implements CheckoutEvent {}

    /** A command was refused; the subject is the order or coupon it was about. */
    record CheckoutRefused(String subject, Refusal refusal) implements CheckoutEvent {}

    /**
     * A fan wants to buy what a hold holds.
     *
     * @param stepUp it is to be confirmed by a code
     */
    record OrderPlaced(String orderId, Booking booking, boolean stepUp, Secrets secrets) implements OfOrder {}

    /** What it costs, locked. */
    record OrderPriced(String orderId, String fanId, Priced priced) implements OfOrder {}

    /** It has other times: its fan has more of it, or less where its performance begins sooner than its transfer might come. */
    record OrderProlonged(String orderId, Instant heldUntil, Instant payUntil) implements OfOrder {}

    /**
     * It waits for a code.
     *
     * @param paymentId whose bank asks; empty for a code of ours
     */
    record VerificationRequired(String orderId, VerificationKind kind, int attemptsLeft, String paymentId)
            implements OfOrder {}

    /** The code was wrong. */
    record VerificationFailed(String orderId, int attemptsLeft) implements OfOrder {}

    /** A code was given: right where it is ours, passed on where it is the bank's. */
    record VerificationPassed(String orderId, VerificationKind kind) implements OfOrder {}

    /** A bank transfer is expected. */
    record DepositAwaited(String orderId, String paymentId, Deposit deposit) implements OfOrder {}

    /** The money is promised. */
    record PaymentAuthorised(String orderId, String paymentId, long amount) implements OfOrder {}

    /** The places belong to it. */
    record SeatsSecured(String orderId) implements OfOrder {}

    /** It is paid; the lines of its receipt are its tickets. */
    record OrderConfirmed(
            String orderId,
            String bookingNumber,
            String fanId,
            String performanceId,
            String paymentId,
            long captured,
            Receipt receipt)
            implements OfOrder {}

    /** It came to nothing. */
    record OrderEnded(String orderId, String fanId, OrderEnd why, String detail) implements OfOrder {}

    /**
     * Tickets are no longer valid.
     *
     * @param fee kept of what was paid for them: fee and refund together are that
     * @param left tickets of the order that are still valid
     */
    record TicketsCancelled(
            String orderId,
            String fanId,
            List<String> ticketIds,
            String refundId,
            long refund,
            long fee,
            CancelledBy by,
            int left)
            implements OfOrder {

        public TicketsCancelled {
            ticketIds = List.copyOf(ticketIds);
        }
    }

    /** Money went back. */
    record RefundSettled(String orderId, String refundId, long amount) implements OfOrder {}

    /** The gateway did not give money back; it will be asked again. */
    record RefundFailed(String orderId, String refundId, long amount, String reason) implements OfOrder {}

    /** Money came that the order has no use for; it goes back. */
    record StrayPayment(String orderId, String paymentId, long amount, String currency, boolean captured)
            implements OfOrder {}

    /**
     * Promised or stray money was let go.
     *
     * @param amount 0 where nothing was promised
     */
    record PaymentReturned(String orderId, String paymentId, long amount, boolean captured) implements OfOrder {}

    /**
     * Nobody answered, so whoever owes the order an answer is asked once more.
     *
     * @param times how often in a row by now
     */
    record AskedAgain(String orderId, int times) implements OfOrder {}
}
