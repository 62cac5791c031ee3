package io.onsale.topologies.checkout;

import static io.onsale.topologies.checkout.Wire.command;
import static io.onsale.topologies.checkout.Wire.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topics;
import io.onsale.schemas.checkout.AcceptSeats;
import io.onsale.schemas.checkout.CancelOrder;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.CheckoutReply;
import io.onsale.schemas.checkout.Coupon;
import io.onsale.schemas.checkout.CouponWithdrawn;
import io.onsale.schemas.checkout.DefineCoupon;
import io.onsale.schemas.checkout.OrderEnded;
import io.onsale.schemas.checkout.PaymentStatus;
import io.onsale.schemas.checkout.PlaceOrder;
import io.onsale.schemas.checkout.SellShow;
import io.onsale.schemas.checkout.StopPerformance;
import io.onsale.schemas.checkout.TicketsCancelled;
import io.onsale.schemas.checkout.WithdrawCoupon;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.checkout.domain.Bookings;
import io.onsale.topologies.checkout.domain.CheckoutBooks;
import io.onsale.topologies.checkout.domain.CheckoutView;
import io.onsale.topologies.checkout.domain.IssuedCoupon;
import io.onsale.topologies.checkout.domain.Move;
import io.onsale.topologies.checkout.domain.Order;
import io.onsale.topologies.show.ShowMapping;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.testing.TopologyBench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What checkout kept, seen by a checkout that has only just begun. */
class CheckoutRestartTest {

    private static final Instant DEADLINE = Bookings.OPENING.plus(Bookings.HOLD);

    private final TopologyBench<CheckoutCommand, CheckoutEvent, CheckoutReply> bench =
            new TopologyBench<>(new CheckoutTopology(ProcessKey.generate()));

    CheckoutRestartTest() {
        bench.send("e1", command("sell", new SellShow(Wire.show())));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void knowsEveryOrderAsItWas() {
        paid("o1");
        bench.send("e1", command("cancel", new CancelOrder("o1", "ann", List.of("o1-2"), false)));
        bench.send("e1", command("stray", Wire.stray("o1", 7)));
        bench.send("e1", command("place", Wire.place("o2", "h-o2")));
        CheckoutView view = restarted().view("e1");

        Order paid = Objects.requireNonNull(view.order("o1"));
        assertThat(paid.state()).isEqualTo(Order.State.CONFIRMED);
        assertThat(paid.payment().captured()).isEqualTo(Wire.TOTAL);
        assertThat(paid.aftermath().cancellations()).singleElement().satisfies(cancellation -> {
            assertThat(cancellation.what().ticketIds()).containsExactly("o1-2");
            assertThat(cancellation.settled()).isFalse();
        });
        assertThat(paid.aftermath().strays())
                .singleElement()
                .satisfies(stray -> assertThat(stray.amount()).isEqualTo(7));
        Order placed = Objects.requireNonNull(view.order("o2"));
        assertThat(placed.secrets().paymentToken()).isEqualTo(Bookings.sealed("sealed token"));
        assertThat(placed.booking().contactKey()).isEqualTo("contact");
        assertThat(view.wanting("h-o2")).isEqualTo(placed);
        assertThat(OrderMapping.load(OrderMapping.store(paid))).isEqualTo(paid);
    }

    @Test
    void knowsWhatIsDue() {
        bench.send("e1", command("place", Wire.place("o1", "h1")));
        bench.send("e1", command("accept", Wire.accept("o1")));

        assertThat(restarted().earliestDue(DEADLINE.minusMillis(1))).isEmpty();
        assertThat(restarted().earliestDue(DEADLINE)).containsEntry("e1", "o1");
    }

    @Test
    void knowsWhenAMovedPerformanceWasToBeginAndWhenAnOrderWasPaid() {
        paid("o1");
        ShowDefinition show = Bookings.show();
        ShowDefinition later = show.on(show.performances().stream()
                .map(performance -> performance.at(performance.startsAt().plusSeconds(60)))
                .toList());
        bench.send("e1", command("move", new SellShow(ShowMapping.toAvro(later))));
        CheckoutView view = restarted().view("e1");

        assertThat(Objects.requireNonNull(view.sale()).moves().getFirst())
                .extracting(Move::performanceId, Move::startsAt)
                .containsExactly("n1", Bookings.NIGHT);
        assertThat(Objects.requireNonNull(view.order("o1")).payment().takenAt()).isNotNull();
    }

    @Test
    void knowsHowOftenACouponWasUsed() {
        Coupon ten = new Coupon("TEN", 10, 0L, 5, 2, Bookings.OPENING, DEADLINE, false);
        bench.send("e1", command("define", new DefineCoupon("organizer", ten)));
        PlaceOrder place =
                PlaceOrder.newBuilder(Wire.place("o1", "h1")).setCoupon("TEN").build();
        bench.send("e1", command("place", place));
        CheckoutView view = restarted().view("e1");

        assertThat(view.coupon("TEN"))
                .extracting(IssuedCoupon::used, IssuedCoupon::withdrawn)
                .containsExactly(1, false);
        assertThat(view.couponUses("TEN", "contact")).isEqualTo(1);
        assertThat(Objects.requireNonNull(view.order("o1")).booking().couponTerms())
                .isEqualTo(CouponMapping.fromAvro(ten));

        bench.send("e1", command("withdraw", new WithdrawCoupon(null, "TEN")));

        assertThat(restarted().view("e1").coupon("TEN"))
                .extracting(IssuedCoupon::used, IssuedCoupon::withdrawn)
                .containsExactly(1, true);
        assertThat(bench.replies().getLast().getOutcome()).isEqualTo(new CouponWithdrawn("TEN"));
    }

    @Test
    void goesOnWithAStoppedPerformanceInPortionsUntilNothingIsLeft() {
        paid("o1");
        for (int i = 0; i < 250; i++) {
            bench.send("e1", command("place" + i, Wire.place("open" + i, "h" + i)));
            bench.send("e1", command("accept" + i, Wire.accept("open" + i)));
        }
        bench.send("e1", command("stop", new StopPerformance("n1")));
        assertThat(restarted().earliestDue(Bookings.OPENING)).containsKey("e1");

        bench.later(Duration.ofMillis(50));
        bench.later(Duration.ofMillis(300));
        bench.later(Duration.ofMillis(300));

        List<Object> bodies =
                bench.events().stream().map(CheckoutEvent::getBody).toList();
        assertThat(bodies).filteredOn(OrderEnded.class::isInstance).hasSize(250);
        assertThat(bodies)
                .filteredOn(TicketsCancelled.class::isInstance)
                .singleElement()
                .satisfies(cancelled ->
                        assertThat(((TicketsCancelled) cancelled).getRefund()).isEqualTo(Wire.TOTAL));
        assertThat(restarted().earliestDue(Bookings.OPENING.plusSeconds(20)))
                .as("what is left before anybody is asked again")
                .isEmpty();
        assertThat(bench.values(Topics.CHECKOUT_DEAD_LETTERS)).isEmpty();
    }

    @Test
    void clearsAwayOrdersThatNobodyAsksForAnyMore() {
        paid("o1");
        bench.send("e1", command("place", Wire.place("o2", "h-o2")));
        bench.send("e1", command("reject", Wire.noHold("o2")));

        laterWithNews(Duration.ofDays(100));
        assertThat(bench.table(CheckoutRows.ORDERS).get("e1|o2")).isNull();
        assertThat(bench.table(CheckoutRows.ORDERS).get("e1|o1"))
                .as("its show is yet to be forgotten")
                .isNotNull();

        laterWithNews(Duration.ofDays(30));
        assertThat(bench.table(CheckoutRows.ORDERS).get("e1|o1")).isNull();
        assertThat(bench.table(CheckoutRows.HOLDS).get("e1|h-o1")).isNull();
    }

    /** The log's time is its newest record's. */
    private void laterWithNews(Duration time) {
        bench.later(time);
        bench.send("e1", command("news", new SellShow(Wire.show())));
        bench.later(Duration.ofSeconds(2));
    }

    private void paid(String order) {
        bench.send("e1", command("1" + order, Wire.place(order, "h-" + order)));
        bench.send("e1", command("2" + order, Wire.accept(order)));
        bench.send("e1", command("3" + order, report(order, PaymentStatus.AUTHORISED)));
        bench.send("e1", command("4" + order, new AcceptSeats(order)));
        bench.send("e1", command("5" + order, report(order, PaymentStatus.CAPTURED)));
    }

    private CheckoutBooks restarted() {
        return new CheckoutBooks(new CheckoutBooks.Tables(
                bench.table(CheckoutRows.SALES),
                bench.table(CheckoutRows.ORDERS),
                bench.table(CheckoutRows.HOLDS),
                bench.table(CheckoutRows.COUPONS),
                bench.table(CheckoutRows.COUPON_USES),
                bench.table(CheckoutRows.CONCESSION_TICKETS)));
    }
}
