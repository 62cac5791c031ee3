package io.onsale.edge.views.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onsale.edge.views.orders.Order.Status;
import io.onsale.schemas.checkout.CancelledBy;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.Deposit;
import io.onsale.schemas.checkout.DepositAwaited;
import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.checkout.OrderEnd;
import io.onsale.schemas.checkout.OrderEnded;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.OrderPriced;
import io.onsale.schemas.checkout.OrderProlonged;
import io.onsale.schemas.checkout.PaymentMethod;
import io.onsale.schemas.checkout.Receipt;
import io.onsale.schemas.checkout.ReceiptLine;
import io.onsale.schemas.checkout.RefundSettled;
import io.onsale.schemas.checkout.TicketsCancelled;
import io.onsale.schemas.checkout.VerificationFailed;
import io.onsale.schemas.checkout.VerificationKind;
import io.onsale.schemas.checkout.VerificationRequired;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.EventEnvelope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OrdersViewTest {

    private static final String EVENT = "event-1";
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final OrdersView view = new OrdersView();
    private long sequence;

    @Test
    void anOrderGoesFromPlacedToConfirmedWithItsTickets() {
        given(placed("o1"), priced("o1"));
        assertThat(order("o1").status()).isEqualTo(Status.PAYMENT_PENDING);
        assertThat(order("o1").tickets()).isEmpty();

        given(confirmed("o1"));
        assertThat(order("o1").status()).isEqualTo(Status.CONFIRMED);
        assertThat(order("o1").tickets()).hasSize(2);
    }

    @Test
    void aReceiptIsReadAsItWasWritten() {
        given(placed("o1"), priced("o1"));

        assertThat(order("o1").bill().orElseThrow().receipt()).isEqualTo(receipt("o1"));
    }

    @Test
    void cancelledTicketsAreNoTicketsAndTheirRefundIsPendingUntilItIsSettled() {
        given(placed("o1"), priced("o1"), confirmed("o1"), cancelled("o1", "r1", 1, "o1-1"));
        assertThat(order("o1").tickets()).extracting(ReceiptLine::getTicketId).containsExactly("o1-2");
        assertThat(order("o1").status()).isEqualTo(Status.CONFIRMED);
        assertThat(order("o1").cancellations().getFirst().settled()).isFalse();

        given(new RefundSettled("o1", "r1", 90L), cancelled("o1", "r2", 0, "o1-2"));
        assertThat(order("o1").cancellations().getFirst().settled()).isTrue();
        assertThat(order("o1").status()).isEqualTo(Status.CANCELLED);
        assertThat(order("o1").tickets()).isEmpty();
    }

    @Test
    void aCodeIsAskedForUntilItIsRightOrTheOrderEnds() {
        given(placed("o1"), priced("o1"), new VerificationRequired("o1", VerificationKind.CODE, 3));
        assertThat(order("o1").status()).isEqualTo(Status.VERIFICATION_REQUIRED);

        given(new VerificationFailed("o1", 2));
        assertThat(order("o1").question()).contains(new Order.Question(VerificationKind.CODE, 2));

        given(new OrderEnded("o1", "fan", OrderEnd.TOO_MANY_CODES, "Too many wrong codes."));
        assertThat(order("o1").status()).isEqualTo(Status.REFUSED);
        assertThat(order("o1").question()).isEmpty();
    }

    @Test
    void aBankTransferIsAwaited() {
        given(placed("o1"), priced("o1"), new DepositAwaited("o1", "p1", new Deposit("Bank", "1-2", NOON)));

        assertThat(order("o1").status()).isEqualTo(Status.AWAITING_DEPOSIT);
        assertThat(order("o1").deposit()).isPresent();
    }

    @Test
    void aTransferHasNoLongerThanItsOrder() {
        given(placed("o1"), priced("o1"), new DepositAwaited("o1", "p1", new Deposit("Bank", "1-2", NOON)));

        given(new OrderProlonged("o1", NOON, NOON.minusSeconds(60)));
        assertThat(order("o1").deposit()).contains(new Deposit("Bank", "1-2", NOON.minusSeconds(60)));
        assertThat(order("o1").bill()).map(Order.Bill::payUntil).contains(NOON.minusSeconds(60));

        given(new OrderProlonged("o1", NOON, NOON));
        assertThat(order("o1").deposit()).contains(new Deposit("Bank", "1-2", NOON.minusSeconds(60)));
    }

    @Test
    void findsAFansOrdersTheLatestFirstAndABookingByItsNumber() {
        given(placed("o1"), placed("o2"));

        assertThat(view.of("fan")).extracting(Order::id).containsExactly("o2", "o1");
        assertThat(view.of("nobody")).isEmpty();
        assertThat(view.byBookingNumber("number-o1")).map(Order::id).contains("o1");
    }

    @Test
    void anEventThatWasSeenBeforeChangesNothing() {
        given(placed("o1"), priced("o1"), confirmed("o1"));
        sequence = 0;
        given(placed("o1"), priced("o1"));

        assertThat(order("o1").status()).isEqualTo(Status.CONFIRMED);
        assertThat(view.of("fan")).hasSize(1);
    }

    @Test
    void letsThoseWhoWaitGoOnWhenTheOrderRests() throws Exception {
        given(placed("o1"));
        CompletableFuture<Optional<Order>> waiting = CompletableFuture.supplyAsync(() -> rest(Duration.ofSeconds(20)));
        await().during(Duration.ofMillis(100)).until(() -> !waiting.isDone());

        given(priced("o1"), confirmed("o1"));

        assertThat(waiting.get().orElseThrow().status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void whoeverWaitsTooLongIsToldHowItStands() {
        given(placed("o1"));

        assertThat(rest(Duration.ofMillis(10)).orElseThrow().status()).isEqualTo(Status.PAYMENT_PENDING);
    }

    private Optional<Order> rest(Duration patience) {
        try {
            return view.awaitRest("o1", patience);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Order order(String id) {
        return view.find(id).orElseThrow();
    }

    private void given(Object... events) {
        for (Object event : events) {
            sequence++;
            view.apply(
                    EVENT,
                    new CheckoutEvent(
                            new EventEnvelope("id", "cause", "trace", new Actor(ActorKind.FAN, "fan"), NOON, sequence),
                            event));
        }
    }

    private static OrderPlaced placed(String id) {
        return new OrderPlaced(
                id, "number-" + id, "hold", "fan", null, PaymentMethod.CARD, null, List.of(), null, null);
    }

    private static OrderPriced priced(String id) {
        return new OrderPriced(id, "fan", "night", receipt(id), NOON);
    }

    private static OrderConfirmed confirmed(String id) {
        return new OrderConfirmed(id, "number-" + id, "fan", "night", "p1", 200L, receipt(id));
    }

    private static TicketsCancelled cancelled(String id, String refund, int left, String ticket) {
        return new TicketsCancelled(id, "fan", List.of(ticket), refund, 90L, 10L, CancelledBy.FAN, left);
    }

    private static Receipt receipt(String id) {
        return new Receipt("KRW", "receipt-1", List.of(line(id, 1), line(id, 2)), null, 0L, 200L);
    }

    private static ReceiptLine line(String id, int number) {
        return ReceiptLine.newBuilder()
                .setTicketId(id + "-" + number)
                .setSection("A")
                .setGrade("R")
                .setListPrice(100L)
                .setPrice(100L)
                .build();
    }
}
