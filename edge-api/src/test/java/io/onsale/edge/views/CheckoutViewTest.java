package io.onsale.edge.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.views.orders.Sold;
import io.onsale.edge.views.reductions.IssuedCoupon;
import io.onsale.schemas.checkout.CancelledBy;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.ConcessionClaim;
import io.onsale.schemas.checkout.Coupon;
import io.onsale.schemas.checkout.CouponDefined;
import io.onsale.schemas.checkout.CouponWithdrawn;
import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.checkout.OrderEnd;
import io.onsale.schemas.checkout.OrderEnded;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.OrderPriced;
import io.onsale.schemas.checkout.PaymentMethod;
import io.onsale.schemas.checkout.Receipt;
import io.onsale.schemas.checkout.ReceiptLine;
import io.onsale.schemas.checkout.TicketsCancelled;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.EventEnvelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often coupons and concessions are used and what is sold, as checkout's events tell it. */
class CheckoutViewTest {

    private static final String EVENT = "event-1";
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Coupon TEN = new Coupon("TEN", 10, 0L, 5, 1, NOON, NOON.plusSeconds(60), false);

    private final CheckoutView view = new CheckoutView();
    private long sequence;

    @Test
    void aCouponIsUsedByOrdersUntilTheyEndAndItsCodesUsesCountOn() {
        given(new CouponDefined(TEN), placed("o1"), placed("o2"), ended("o1"));
        assertThat(coupons()).containsExactly(new IssuedCoupon(TEN, 1, false));

        Coupon half = Coupon.newBuilder(TEN).setPercent(50).build();
        given(new CouponWithdrawn("TEN"), ended("o2"));
        assertThat(coupons()).containsExactly(new IssuedCoupon(TEN, 0, true));
        given(placed("o3"), new CouponDefined(half));

        assertThat(coupons()).containsExactly(new IssuedCoupon(half, 1, false));
        assertThat(coupons().getFirst().left()).isEqualTo(4);
    }

    @Test
    void aConcessionsTicketsComeBackWithTheirOrderOrOneByOne() {
        given(placed("o1"), placed("o2"));
        assertThat(view.concessions().tickets(EVENT, "early")).isEqualTo(6);

        given(ended("o2"), priced("o1"), confirmed("o1"), cancelled("o1", "o1-1", "o1-3"));

        assertThat(view.concessions().tickets(EVENT, "early"))
                .as("o1-3 had none")
                .isEqualTo(2);
    }

    @Test
    void whatIsSoldOfAPerformanceIsWhatIsPaidAndNotGivenBack() {
        given(placed("o1"), priced("o1"), placed("o2"), priced("o2"));
        assertThat(view.sales().of(EVENT, "night")).isEqualTo(new Sold(0, 0, 0, 0));

        given(confirmed("o1"), confirmed("o2"), cancelled("o1", "o1-1", "o1-3"));
        assertThat(view.sales().of(EVENT, "night")).isEqualTo(new Sold(2, 6, 660, 20));

        given(new TicketsCancelled(
                "o1", "fan", List.of("o1-2", "o1-4"), "refund-2", 220L, 0L, CancelledBy.ORGANIZER, 0));
        assertThat(view.sales().of(EVENT, "night")).isEqualTo(new Sold(1, 4, 440, 20));
        assertThat(view.sales().of(EVENT, "another")).isEqualTo(new Sold(0, 0, 0, 0));
    }

    @Test
    void anEventThatWasSeenBeforeIsCountedOnce() {
        given(new CouponDefined(TEN), placed("o1"));
        sequence = 0;
        given(new CouponDefined(TEN), placed("o1"));

        assertThat(coupons()).containsExactly(new IssuedCoupon(TEN, 1, false));
        assertThat(view.concessions().tickets(EVENT, "early")).isEqualTo(3);
    }

    private List<IssuedCoupon> coupons() {
        return view.coupons().of(EVENT, Optional.empty(), 10);
    }

    private void given(Object... events) {
        for (Object event : events) {
            sequence++;
            Actor fan = new Actor(ActorKind.FAN, "fan");
            view.apply(EVENT, new CheckoutEvent(new EventEnvelope("id", "cause", "trace", fan, NOON, sequence), event));
        }
    }

    private static OrderPlaced placed(String id) {
        return OrderPlaced.newBuilder()
                .setOrderId(id)
                .setBookingNumber("number-" + id)
                .setHoldId("hold")
                .setFanId("fan")
                .setMethod(PaymentMethod.CARD)
                .setCoupon("TEN")
                .setConcessions(List.of(
                        new ConcessionClaim("early", List.of("A-1-1"), null, 0),
                        new ConcessionClaim("early", List.of(), "Floor", 2)))
                .build();
    }

    private static OrderEnded ended(String id) {
        return new OrderEnded(id, "fan", OrderEnd.DECLINED, "declined");
    }

    private static OrderPriced priced(String id) {
        return new OrderPriced(id, "fan", "night", receipt(id), NOON);
    }

    private static OrderConfirmed confirmed(String id) {
        return new OrderConfirmed(id, "number-" + id, "fan", "night", "payment", 300L, receipt(id));
    }

    private static TicketsCancelled cancelled(String id, String... tickets) {
        return new TicketsCancelled(id, "fan", List.of(tickets), "refund", 200L, 20L, CancelledBy.FAN, 2);
    }

    private static Receipt receipt(String id) {
        return new Receipt(
                "KRW",
                "receipt-1",
                List.of(line(id, 1, true), line(id, 2, true), line(id, 3, false), line(id, 4, true)),
                null,
                0L,
                300L);
    }

    private static ReceiptLine line(String id, int number, boolean early) {
        return ReceiptLine.newBuilder()
                .setTicketId(id + "-" + number)
                .setSection("A")
                .setGrade("R")
                .setListPrice(100L)
                .setConcession(early ? "early" : null)
                .setPrice(100L)
                .setFee(10L)
                .build();
    }
}
