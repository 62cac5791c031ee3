package io.onsale.topologies.checkout;

import io.onsale.schemas.checkout.AskedAgain;
import io.onsale.schemas.checkout.CheckoutRefused;
import io.onsale.schemas.checkout.CouponDefined;
import io.onsale.schemas.checkout.CouponWithdrawn;
import io.onsale.schemas.checkout.Deposit;
import io.onsale.schemas.checkout.DepositAwaited;
import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.checkout.OrderEnd;
import io.onsale.schemas.checkout.OrderEnded;
import io.onsale.schemas.checkout.OrderProlonged;
import io.onsale.schemas.checkout.PaymentAuthorised;
import io.onsale.schemas.checkout.PaymentReturned;
import io.onsale.schemas.checkout.PerformanceStopped;
import io.onsale.schemas.checkout.RefundFailed;
import io.onsale.schemas.checkout.RefundSettled;
import io.onsale.schemas.checkout.SeatsSecured;
import io.onsale.schemas.checkout.StrayPayment;
import io.onsale.schemas.checkout.TermsChanged;
import io.onsale.schemas.checkout.VerificationFailed;
import io.onsale.schemas.checkout.VerificationKind;
import io.onsale.schemas.checkout.VerificationPassed;
import io.onsale.schemas.checkout.VerificationRequired;
import io.onsale.topologies.checkout.domain.CheckoutEvent;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.show.ShowMapping;

/** Events from the domain to Avro; none carries a secret. */
final class EventMapping {

    private EventMapping() {}

    static Object toAvro(CheckoutEvent event) {
        return switch (event) {
            case CheckoutEvent.TermsChanged changed -> new TermsChanged(ShowMapping.toAvro(changed.definition()));
            case CheckoutEvent.PerformanceStopped stopped -> new PerformanceStopped(stopped.performanceId());
            case CheckoutEvent.CouponDefined defined -> new CouponDefined(CouponMapping.toAvro(defined.coupon()));
            case CheckoutEvent.CouponWithdrawn withdrawn -> new CouponWithdrawn(withdrawn.code());
            case CheckoutEvent.CheckoutRefused refused ->
                new CheckoutRefused(refused.subject(), CommonMapping.toAvro(refused.refusal()));
            case CheckoutEvent.OfOrder aboutOrder -> ofOrder(aboutOrder);
        };
    }

    private static Object ofOrder(CheckoutEvent.OfOrder event) {
        String order = event.orderId();
        return switch (event) {
            case CheckoutEvent.OrderPlaced placed -> BookingMapping.toAvro(order, placed.booking());
            case CheckoutEvent.OrderPriced priced -> ReceiptMapping.toAvro(order, priced.fanId(), priced.priced());
            case CheckoutEvent.OrderProlonged prolonged ->
                new OrderProlonged(order, prolonged.heldUntil(), prolonged.payUntil());
            case CheckoutEvent.VerificationRequired required ->
                new VerificationRequired(order, kind(required.kind()), required.attemptsLeft());
            case CheckoutEvent.VerificationFailed failed -> new VerificationFailed(order, failed.attemptsLeft());
            case CheckoutEvent.VerificationPassed passed -> new VerificationPassed(order, kind(passed.kind()));
            case CheckoutEvent.DepositAwaited awaited ->
                new DepositAwaited(order, awaited.paymentId(), deposit(awaited.deposit()));
            case CheckoutEvent.PaymentAuthorised authorised ->
                new PaymentAuthorised(order, authorised.paymentId(), authorised.amount());
            case CheckoutEvent.SeatsSecured secured -> new SeatsSecured(order);
            case CheckoutEvent.OrderConfirmed confirmed -> confirmed(confirmed);
            case CheckoutEvent.OrderEnded ended ->
                new OrderEnded(
                        order, ended.fanId(), OrderEnd.valueOf(ended.why().name()), ended.detail());
            case CheckoutEvent.TicketsCancelled cancelled -> OrderMapping.toAvro(cancelled);
            case CheckoutEvent.RefundSettled settled -> new RefundSettled(order, settled.refundId(), settled.amount());
            case CheckoutEvent.StrayPayment stray ->
                new StrayPayment(order, stray.paymentId(), stray.amount(), stray.captured(), stray.currency());
            case CheckoutEvent.RefundFailed failed ->
                new RefundFailed(order, failed.refundId(), failed.amount(), failed.reason());
            case CheckoutEvent.AskedAgain asked -> new AskedAgain(order, asked.times());
            case CheckoutEvent.PaymentReturned returned ->
                new PaymentReturned(order, returned.paymentId(), returned.amount(), returned.captured());
        };
    }

    private static OrderConfirmed confirmed(CheckoutEvent.OrderConfirmed confirmed) {
        return new OrderConfirmed(
                confirmed.orderId(),
                confirmed.bookingNumber(),
                confirmed.fanId(),
                confirmed.performanceId(),
                confirmed.paymentId(),
                confirmed.captured(),
                ReceiptMapping.toAvro(confirmed.receipt()));
    }

    private static Deposit deposit(io.onsale.topologies.checkout.domain.Deposit deposit) {
        return new Deposit(deposit.bank(), deposit.account(), deposit.until());
    }

    private static VerificationKind kind(io.onsale.topologies.checkout.domain.VerificationKind kind) {
        return VerificationKind.valueOf(kind.name());
    }
}
