package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutEvent.AskedAgain;
import io.onsale.topologies.checkout.domain.CheckoutEvent.DepositAwaited;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderConfirmed;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderEnded;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderPlaced;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderPriced;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderProlonged;
import io.onsale.topologies.checkout.domain.CheckoutEvent.PaymentAuthorised;
import io.onsale.topologies.checkout.domain.CheckoutEvent.PaymentReturned;
import io.onsale.topologies.checkout.domain.CheckoutEvent.RefundFailed;
import io.onsale.topologies.checkout.domain.CheckoutEvent.RefundSettled;
import io.onsale.topologies.checkout.domain.CheckoutEvent.SeatsSecured;
import io.onsale.topologies.checkout.domain.CheckoutEvent.StrayPayment;
import io.onsale.topologies.checkout.domain.CheckoutEvent.TicketsCancelled;
import io.onsale.topologies.checkout.domain.CheckoutEvent.VerificationFailed;
import io.onsale.topologies.checkout.domain.CheckoutEvent.VerificationPassed;
import io.onsale.topologies.checkout.domain.CheckoutEvent.VerificationRequired;
import io.onsale.topologies.kit.domain.Patience;
import java.time.Instant;

/** How an order is after something happened to it. */
final class OrderChanges {

    private OrderChanges() {}

    static Order after(Order order, CheckoutEvent.OfOrder happened, Instant at) {
        return switch (happened) {
            case AskedAgain asked -> order.waiting(new Patience(asked.times(), at));
            // it is asked again when it would have been
            case RefundFailed failed -> order.with(order.aftermath().failed(order.id(), failed.refundId()));
            default -> changed(order, happened, at).waiting(Patience.begun(at));
        };
    }

    private static Order changed(Order order, CheckoutEvent.OfOrder happened, Instant at) {
        return switch (happened) {
            case OrderPlaced placed -> Order.placed(placed, at);
            case OrderPriced priced -> order.withPrice(priced.priced());
            case OrderProlonged prolonged ->
                order.repriced(order.price().until(prolonged.heldUntil(), prolonged.payUntil()));
            case VerificationRequired required -> order.challenged(required.kind(), required.paymentId());
            case VerificationFailed failed -> order.failedCode();
            case VerificationPassed passed -> order.passed(passed.kind());
            case DepositAwaited awaited -> order.awaiting(awaited.paymentId());
            case PaymentAuthorised authorised -> order.promised(authorised.paymentId(), authorised.amount());
            case SeatsSecured secured -> order.secured();
            case OrderConfirmed confirmed -> order.confirmed(confirmed.paymentId(), confirmed.captured(), at);
            case OrderEnded ended -> order.end();
            case TicketsCancelled cancelled -> order.without(cancelled);
            case RefundSettled settled -> order.with(order.aftermath().settled(settled.refundId()));
            case StrayPayment stray -> order.with(order.aftermath().with(Stray.of(stray)));
            case PaymentReturned returned -> order.letGo(returned.paymentId());
            case RefundFailed failed -> order;
            case AskedAgain asked -> order;
        };
    }
}
