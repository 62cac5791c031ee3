package io.onsale.edge.views.orders;

import io.onsale.edge.views.Progress;
import io.onsale.edge.views.View;
import io.onsale.edge.views.orders.Order.Bill;
import io.onsale.edge.views.orders.Order.Cancellation;
import io.onsale.edge.views.orders.Order.Ending;
import io.onsale.edge.views.orders.Order.Question;
import io.onsale.edge.views.orders.Order.Status;
import io.onsale.schemas.checkout.CancelledBy;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.DepositAwaited;
import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.checkout.OrderEnded;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.OrderPriced;
import io.onsale.schemas.checkout.OrderProlonged;
import io.onsale.schemas.checkout.PaymentAuthorised;
import io.onsale.schemas.checkout.RefundSettled;
import io.onsale.schemas.checkout.TicketsCancelled;
import io.onsale.schemas.checkout.VerificationFailed;
import io.onsale.schemas.checkout.VerificationKind;
import io.onsale.schemas.checkout.VerificationPassed;
import io.onsale.schemas.checkout.VerificationRequired;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every order, and who waits for one to rest. */
public final class OrdersView implements View<CheckoutEvent> {

    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    /** The latest first; read while it grows. */
    private final Map<String, Deque<String>> byFan = new ConcurrentHashMap<>();

    private final Map<String, String> byBooking = new ConcurrentHashMap<>();
    private final Progress progress = new Progress();
    private final Rests rests = new Rests();

    public Optional<Order> find(String orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    public Optional<Order> byBookingNumber(String bookingNumber) {
        return Optional.ofNullable(byBooking.get(bookingNumber)).flatMap(this::find);
    }

    /** A fan's orders, the latest first. */
    public List<Order> of(String fanId) {
        Deque<String> ids = byFan.get(fanId);
        return ids == null
                ? List.of()
                : ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    /** How far it has come with each event. */
    public Progress progress() {
        return progress;
    }

    /** The order once it rests; or as it is by then, where it does not in time. */
    public Optional<Order> awaitRest(String orderId, Duration patience) throws InterruptedException {
        rests.await(
                orderId,
                () -> find(orderId).filter(order -> order.status().rests()).isPresent(),
                patience);
        return find(orderId);
    }

    @Override
    public void apply(String eventId, @Nullable CheckoutEvent event) {
        if (event == null) {
            return;
        }
        long sequence = event.getEnvelope().getSequence();
        if (sequence <= progress.of(eventId)) {
            return;
        }
        take(eventId, event, sequence);
        progress.advance(eventId, sequence);
    }

    private void take(String eventId, CheckoutEvent event, long sequence) {
        switch (event.getBody()) {
            case OrderPlaced placed ->
                // Each record brings its event's id anew, and one text is enough for all its orders.
                place(Order.of(eventId.intern(), placed, event.getEnvelope().getAt(), sequence));
            case OrderPriced priced -> change(priced.getOrderId(), order -> order.priced(bill(priced), sequence));
            case OrderProlonged later ->
                change(later.getOrderId(), order -> order.payableUntil(later.getPayUntil(), sequence));
            case VerificationRequired asked ->
                change(asked.getOrderId(), order -> order.asking(question(asked), sequence));
            case VerificationFailed wrong -> change(wrong.getOrderId(), order -> askedAgain(order, wrong, sequence));
            case VerificationPassed passed ->
                change(passed.getOrderId(), order -> order.now(Status.PAYMENT_PENDING, sequence));
            case DepositAwaited awaited ->
                change(awaited.getOrderId(), order -> order.awaiting(awaited.getDeposit(), sequence));
            case PaymentAuthorised authorised ->
                change(authorised.getOrderId(), order -> order.now(Status.PAYMENT_PENDING, sequence));
            case OrderConfirmed confirmed ->
                change(confirmed.getOrderId(), order -> order.now(Status.CONFIRMED, sequence));
            case OrderEnded ended ->
                change(
                        ended.getOrderId(),
                        order -> order.ended(new Ending(ended.getWhy(), ended.getDetail()), sequence));
            case TicketsCancelled cancelled ->
                change(
                        cancelled.getOrderId(),
                        order -> order.cancelled(cancellation(cancelled), cancelled.getLeft(), sequence));
            case RefundSettled refund ->
                change(refund.getOrderId(), order -> order.settled(refund.getRefundId(), sequence));
            default -> {
                // Nothing else changes what a fan is told.
            }
        }
    }

    private void place(Order order) {
        orders.put(order.id(), order);
        byFan.computeIfAbsent(order.fanId(), fan -> new ConcurrentLinkedDeque<>())
                .addFirst(order.id());
        byBooking.put(order.placed().getBookingNumber(), order.id());
    }

    private void change(String orderId, UnaryOperator<Order> next) {
        Order now = orders.computeIfPresent(orderId, (id, order) -> next.apply(order));
        if (now != null && now.status().rests()) {
            rests.come(orderId);
        }
    }

    private static Bill bill(OrderPriced priced) {
        return new Bill(
                priced.getPerformanceId().intern(), PackedReceipt.of(priced.getReceipt()), priced.getPayUntil());
    }

    private static Question question(VerificationRequired asked) {
        return new Question(asked.getKind(), asked.getAttemptsLeft());
    }

    private static Order askedAgain(Order order, VerificationFailed wrong, long sequence) {
        VerificationKind kind = order.question().map(Question::kind).orElse(VerificationKind.CODE);
        return order.asking(new Question(kind, wrong.getAttemptsLeft()), sequence);
    }

    private static Cancellation cancellation(TicketsCancelled cancelled) {
        return new Cancellation(
                cancelled.getRefundId(),
                cancelled.getTicketIds(),
                cancelled.getRefund(),
                cancelled.getFee(),
                cancelled.getBy() == CancelledBy.ORGANIZER,
                cancelled.getRefund() == 0);
    }
}
