package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.kit.domain.Sealed;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of checkout about one show. */
public sealed interface CheckoutCommand {

    /** What is about one order. */
    sealed interface OfOrder extends CheckoutCommand {
        String orderId();
    }

    /** Take orders on these terms. */
    record SellShow(ShowDefinition definition) implements CheckoutCommand {}

    /** Refund everything of a performance. */
    record StopPerformance(String performanceId) implements CheckoutCommand {}

    /** Accept a coupon. */
    record DefineCoupon(String organizerId, Coupon coupon) implements CheckoutCommand {}

    /**
     * Accept a coupon no more.
     *
     * @param organizerId null where an operator asks
     */
    record WithdrawCoupon(@Nullable String organizerId, String code) implements CheckoutCommand {}

    /** Buy what a hold holds. */
    record PlaceOrder(String orderId, Booking booking, Secrets secrets, boolean identityVerified) implements OfOrder {}

    /**
     * Answer the code that was asked for.
     *
     * @param proof of a code of ours
     * @param code for the card's bank
     */
    record VerifyOrder(String orderId, String fanId, Sealed proof, Sealed code) implements OfOrder {}

    /**
     * Give tickets back; none named: all that are left.
     *
     * @param preview only say what would go back
     */
    record CancelOrder(String orderId, String fanId, List<String> ticketIds, boolean preview) implements OfOrder {

        public CancelOrder {
            ticketIds = List.copyOf(ticketIds);
        }
    }

    /** Inventory shows an order its hold. */
    record AcceptHold(String orderId, HeldPlaces places) implements OfOrder {}

    /** Inventory holds an order's places for longer. */
    record ProlongOrder(String orderId, Instant expiresAt) implements OfOrder {}

    /** Inventory has no hold for an order. */
    record RejectHold(String orderId, Refusal refusal) implements OfOrder {}

    /** Inventory made an order the owner of its places. */
    record AcceptSeats(String orderId) implements OfOrder {}

    /** Inventory could not make an order the owner. */
    record RejectSeats(String orderId, Refusal refusal) implements OfOrder {}

    /** What the gateway says about a payment. */
    record ReportPayment(String orderId, PaymentReport report) implements OfOrder {}

    /** The gateway knows of a refund. */
    record ReportRefund(String orderId, String refundId, boolean settled, long amount) implements OfOrder {}

    /** The gateway does not give money back. */
    record RejectRefund(String orderId, String refundId, long amount, String reason) implements OfOrder {}

    /** Look whether anything about an order is due. */
    record WakeOrder(String orderId) implements OfOrder {}
}
