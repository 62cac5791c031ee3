package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutCommand.RejectRefund;
import io.onsale.topologies.checkout.domain.CheckoutEvent.RefundFailed;
import io.onsale.topologies.checkout.domain.CheckoutEvent.RefundSettled;
import io.onsale.topologies.kit.domain.Decision;
import java.util.List;

/** What the gateway says of refunds: of cancelled tickets, or of stray payments. */
final class RefundRules {

    /** A refund did not go back. */
    Decision<Happening> notRefunded(Order order, RejectRefund reject) {
        Cancellation cancellation = order.aftermath().cancellation(reject.refundId());
        boolean owed = cancellation == null ? StrayRules.owes(order, reject.refundId()) : !cancellation.settled();
        return owed
                ? Decision.silently(List.of(Happening.of(
                        new RefundFailed(order.id(), reject.refundId(), reject.amount(), reject.reason()))))
                : Decision.nothing();
    }

    /** A refund went back. */
    Decision<Happening> refunded(Order order, String refundId, long amount) {
        Cancellation cancellation = order.aftermath().cancellation(refundId);
        if (cancellation == null) {
            return StrayRules.refunded(order, refundId, amount);
        }
        return cancellation.settled() || cancellation.what().refund() != amount
                ? Decision.nothing()
                : Decision.silently(List.of(Happening.of(new RefundSettled(order.id(), refundId, amount))));
    }
}
