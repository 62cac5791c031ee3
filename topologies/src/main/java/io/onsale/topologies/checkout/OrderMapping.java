package io.onsale.topologies.checkout;

import io.onsale.schemas.checkout.OrderPriced;
import io.onsale.schemas.checkout.OrderState;
import io.onsale.schemas.checkout.StoredCancellation;
import io.onsale.schemas.checkout.StoredOrder;
import io.onsale.schemas.checkout.StoredPayment;
import io.onsale.schemas.checkout.StoredStray;
import io.onsale.schemas.checkout.TicketsCancelled;
import io.onsale.topologies.checkout.domain.Aftermath;
import io.onsale.topologies.checkout.domain.Cancellation;
import io.onsale.topologies.checkout.domain.CancelledBy;
import io.onsale.topologies.checkout.domain.CheckoutEvent;
import io.onsale.topologies.checkout.domain.Order;
import io.onsale.topologies.checkout.domain.Payment;
import io.onsale.topologies.checkout.domain.Priced;
import io.onsale.topologies.checkout.domain.Secrets;
import io.onsale.topologies.checkout.domain.Stray;
import io.onsale.topologies.checkout.domain.Verification;
import io.onsale.topologies.kit.domain.Patience;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order between its row and the domain. */
final class OrderMapping {

    private OrderMapping() {}

    static StoredOrder store(Order order) {
        Priced priced = order.priced();
        Payment payment = order.payment();
        return StoredOrder.newBuilder()
                .setPlaced(BookingMapping.toAvro(order.id(), order.booking()))
                .setStepUp(order.stepUp())
                .setRecipient(BookingMapping.bytes(order.secrets().recipient()))
                .setPaymentToken(BookingMapping.bytes(order.secrets().paymentToken()))
                .setState(OrderState.valueOf(order.state().name()))
                .setPriced(
                        priced == null
                                ? null
                                : ReceiptMapping.toAvro(
                                        order.id(), order.booking().fanId(), priced))
                .setHeldUntil(priced == null ? null : priced.heldUntil())
                .setWrongCodes(order.verification().wrongCodes())
                .setAnswers(order.verification().answers())
                .setPayment(new StoredPayment(
                        payment.id(), payment.asked(), payment.promised(), payment.captured(), payment.takenAt()))
                .setCancellations(order.aftermath().cancellations().stream()
                        .map(cancellation -> new StoredCancellation(
                                toAvro(cancellation.what()), cancellation.settled(), cancellation.failures()))
                        .toList())
                .setStrays(order.aftermath().strays().stream()
                        .map(stray -> new StoredStray(
                                stray.paymentId(),
                                stray.amount(),
                                stray.captured(),
                                stray.returned(),
                                stray.currency(),
                                stray.failures()))
                        .toList())
                .setAsked(order.patience().asked())
                .setWaitingSince(order.patience().since())
                .build();
    }

    static Order load(StoredOrder order) {
        StoredPayment payment = order.getPayment();
        return new Order(
                order.getPlaced().getOrderId(),
                BookingMapping.fromAvro(order.getPlaced()),
                order.getStepUp(),
                Order.State.valueOf(order.getState().name()),
                priced(order.getPriced(), order.getHeldUntil()),
                new Verification(order.getWrongCodes(), order.getAnswers()),
                new Payment(
                        payment.getPaymentId(),
                        payment.getAsked(),
                        payment.getPromised(),
                        payment.getCaptured(),
                        payment.getTakenAt()),
                new Secrets(
                        BookingMapping.sealed(order.getRecipient()), BookingMapping.sealed(order.getPaymentToken())),
                aftermath(order),
                patience(order));
    }

    private static @Nullable Priced priced(@Nullable OrderPriced priced, @Nullable Instant heldUntil) {
        return priced == null || heldUntil == null ? null : ReceiptMapping.fromAvro(priced, heldUntil);
    }

    /** One that an older version wrote has waited for ever. */
    private static Patience patience(StoredOrder order) {
        Instant since = order.getWaitingSince();
        return new Patience(order.getAsked(), since == null ? Instant.EPOCH : since);
    }

    private static Aftermath aftermath(StoredOrder order) {
        return new Aftermath(
                order.getCancellations().stream()
                        .map(stored ->
                                new Cancellation(fromAvro(stored.getWhat()), stored.getSettled(), stored.getFailures()))
                        .toList(),
                order.getStrays().stream()
                        .map(stray -> new Stray(
                                stray.getPaymentId(),
                                stray.getAmount(),
                                stray.getCurrency(),
                                stray.getCaptured(),
                                stray.getReturned(),
                                stray.getFailures()))
                        .toList());
    }

    static TicketsCancelled toAvro(CheckoutEvent.TicketsCancelled cancelled) {
        return new TicketsCancelled(
                cancelled.orderId(),
                cancelled.fanId(),
                cancelled.ticketIds(),
                cancelled.refundId(),
                cancelled.refund(),
                cancelled.fee(),
                io.onsale.schemas.checkout.CancelledBy.valueOf(cancelled.by().name()),
                cancelled.left());
    }

    private static CheckoutEvent.TicketsCancelled fromAvro(TicketsCancelled cancelled) {
        return new CheckoutEvent.TicketsCancelled(
                cancelled.getOrderId(),
                cancelled.getFanId(),
                cancelled.getTicketIds(),
                cancelled.getRefundId(),
                cancelled.getRefund(),
                cancelled.getFee(),
                CancelledBy.valueOf(cancelled.getBy().name()),
                cancelled.getLeft());
    }
}
