package io.onsale.topologies.checkout.domain;

import static io.onsale.topologies.checkout.domain.Bookings.FEE;
import static io.onsale.topologies.checkout.domain.Bookings.NIGHT;
import static io.onsale.topologies.checkout.domain.Bookings.OPENING;
import static io.onsale.topologies.checkout.domain.Bookings.PRICE;
import static io.onsale.topologies.checkout.domain.Bookings.TWO_SEATS;
import static io.onsale.topologies.checkout.domain.Bookings.accept;
import static io.onsale.topologies.checkout.domain.Bookings.booking;
import static io.onsale.topologies.checkout.domain.Bookings.place;
import static io.onsale.topologies.checkout.domain.Bookings.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptHold;
import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptSeats;
import io.onsale.topologies.checkout.domain.CheckoutCommand.CancelOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.ReportRefund;
import io.onsale.topologies.checkout.domain.CheckoutCommand.SellShow;
import io.onsale.topologies.checkout.domain.CheckoutCommand.StopPerformance;
import io.onsale.topologies.checkout.domain.CheckoutCommand.WakeOrder;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderEnded;
import io.onsale.topologies.checkout.domain.CheckoutEvent.PerformanceStopped;
import io.onsale.topologies.checkout.domain.CheckoutEvent.RefundSettled;
import io.onsale.topologies.checkout.domain.CheckoutEvent.TicketsCancelled;
import io.onsale.topologies.checkout.domain.Order.State;
import io.onsale.topologies.show.domain.CancellationPolicy;
import io.onsale.topologies.show.domain.CancellationPolicy.Returns;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tickets that are given back, and performances that do not take place. */
class CancellationTest {

    private final Till till = Till.withPaidOrder();

    @Test
    void givesTheWholePriceBackLongBeforeAndKeepsBookingFees() {
        var outcome = till.when(cancel("o1", "ann", List.of()));

        assertThat(outcome.events())
                .containsExactly(new TicketsCancelled(
                        "o1", "ann", List.of("o1-1", "o1-2"), "o1-refund-1", 2 * PRICE, 2 * FEE, CancelledBy.FAN, 0));
        assertThat(outcome.errands())
                .containsExactly(
                        new Errand.ReturnSeats(
                                "o1", "h1", "ann", List.of("A-1-1", "A-1-2"), List.of(), false, Returns.NIGHT_BATCH),
                        new Errand.RefundPayment("o1", "p-o1", "o1-refund-1", 2 * PRICE, "KRW", 1));
        assertThat(till.order("o1").state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void onlyAskedWhatWouldGoBackNothingHappens() {
        var preview = till.when(new CancelOrder("o1", "ann", List.of("o1-1"), true));

        assertThat(preview.events()).isEmpty();
        assertThat(preview.answer())
                .isEqualTo(till.when(cancel("o1", "ann", List.of("o1-1"))).answer());
        assertThat(till.when(new CancelOrder("o1", "ann", List.of("o1-1"), true))
                        .refusal())
                .isEqualTo("ticket_cancelled");
    }

    @Test
    void aPartIsCancelledTicketByTicket() {
        till.given(cancel("o1", "ann", List.of("o1-2", "o1-2")));
        assertThat(till.order("o1").state()).isEqualTo(State.CONFIRMED);
        assertThat(till.when(cancel("o1", "ann", List.of("o1-1", "o1-2"))).refusal())
                .isEqualTo("ticket_cancelled");

        var rest = till.when(cancel("o1", "ann", List.of()));

        assertThat(rest.events())
                .containsExactly(new TicketsCancelled(
                        "o1", "ann", List.of("o1-1"), "o1-refund-2", PRICE, FEE, CancelledBy.FAN, 0));
        assertThat(till.when(cancel("o1", "ann", List.of())).refusal()).isEqualTo("ticket_cancelled");
    }

    @Test
    void theFeeGrowsByWholeDaysAndIsRoundedDownForEachTicket() {
        assertThat(feeBefore(Duration.ofDays(10))).isZero();
        assertThat(feeBefore(Duration.ofDays(10).minusMillis(1))).isEqualTo(10_000);
        assertThat(feeBefore(Duration.ofDays(3))).isEqualTo(10_000);
        assertThat(feeBefore(Duration.ofDays(3).minusMillis(1))).isEqualTo(30_000);
    }

    private static CancelOrder cancel(String order, String fan, List<String> tickets) {
        return new CancelOrder(order, fan, tickets, false);
    }

    private static long feeBefore(Duration before) {
        var outcome = Till.withPaidOrder().at(NIGHT.minus(before)).when(cancel("o1", "ann", List.of("o1-1")));
        TicketsCancelled cancelled = (TicketsCancelled) outcome.events().getFirst();
        assertThat(cancelled.refund() + cancelled.fee()).isEqualTo(PRICE + FEE);
        return cancelled.fee() - FEE;
    }

    @Test
    void withoutStepsCancellingIsFreeAndCloserThanAnyStepTheLastGoesOn() {
        assertThat(CancellationFees.percent(CancellationPolicy.LENIENT, 0)).isZero();
        assertThat(CancellationFees.percent(Bookings.POLICY, 0)).isEqualTo(30);
    }

    @Test
    void nobodyCancelsFromTheCutOffOn() {
        till.at(NIGHT.minus(Duration.ofHours(24)).minusMillis(1));
        assertThat(till.when(cancel("o1", "ann", List.of("o1-1"))).refusal()).isEmpty();

        till.later(Duration.ofMillis(1));

        assertThat(till.when(cancel("o1", "ann", List.of("o1-2"))).refusal()).isEqualTo("too_late");
    }

    @Test
    void whoPaidBeforeADateWasMovedCloserCancelsAsByTheOldOne() {
        till.later(Duration.ofMinutes(1)).given(moved(till.now().plus(Duration.ofHours(12))));
        till.later(Duration.ofMinutes(1)).paid("o2", "h2");

        assertThat(fee(till.when(cancel("o1", "ann", List.of("o1-1"))))).isZero();
        assertThat(till.when(cancel("o2", "ann", List.of("o2-1"))).refusal())
                .as("who pays after that knows the new date")
                .isEqualTo("too_late");
    }

    @Test
    void whoPaidBeforeADateWasMovedToTheNextMomentHasAWeekToCancelThoughItHasBegun() {
        till.later(Duration.ofMinutes(1)).given(moved(till.now().plusSeconds(3)));

        till.later(Duration.ofDays(7).minusMillis(1));
        assertThat(fee(till.when(cancel("o1", "ann", List.of("o1-1"))))).isZero();
        till.later(Duration.ofMillis(1));
        assertThat(till.when(cancel("o1", "ann", List.of("o1-2"))).refusal())
                .as("whoever was there gives nothing back for months")
                .isEqualTo("too_late");
    }

    @Test
    void aMoveGivesNobodyLongerThanTheOldDateDid() {
        till.at(NIGHT.minus(Duration.ofDays(2))).given(moved(till.now().plusSeconds(3)));

        till.at(NIGHT.minus(Duration.ofHours(24)).minusMillis(1));
        assertThat(till.when(cancel("o1", "ann", List.of("o1-1"))).refusal()).isEmpty();
        till.later(Duration.ofMillis(1));
        assertThat(till.when(cancel("o1", "ann", List.of("o1-2"))).refusal()).isEqualTo("too_late");
    }

    @Test
    void aBankTransferIsBoughtWhenItIsOrderedWheneverItComes() {
        till.given(place("o2", booking("h2", PaymentMethod.BANK_TRANSFER, null)), accept("o2"), new AcceptSeats("o2"));
        till.later(Duration.ofMinutes(1)).given(moved(till.now().plus(Duration.ofHours(12))));
        till.later(Duration.ofMinutes(1)).given(report("o2", PaymentReport.Status.CAPTURED));

        assertThat(fee(till.when(cancel("o2", "ann", List.of("o2-1"))))).isZero();
    }

    @Test
    void whoPaidBeforeADateWasPutOffCancelsAsByTheNewOne() {
        till.at(NIGHT.minus(Duration.ofHours(2)));
        assertThat(till.when(cancel("o1", "ann", List.of("o1-1"))).refusal()).isEqualTo("too_late");

        till.given(moved(NIGHT.plus(Duration.ofDays(30))));

        assertThat(fee(till.when(cancel("o1", "ann", List.of("o1-1"))))).isZero();
    }

    @Test
    void everyDateSinceAnOrderWasPaidCountsWhateverIsRestarted() {
        Instant far = NIGHT.plus(Duration.ofDays(60));
        till.given(moved(far)).later(Duration.ofDays(1)).given(moved(NIGHT.minus(Duration.ofDays(10))));
        till.restart();
        till.at(NIGHT.minus(Duration.ofDays(10)).minusMillis(1));

        assertThat(fee(till.when(cancel("o1", "ann", List.of("o1-1"))))).isZero();
    }

    private static SellShow moved(Instant firstNight) {
        ShowDefinition show = Bookings.show();
        List<Performance> performances = show.performances().stream()
                .map(performance -> performance.id().equals("n1") ? performance.at(firstNight) : performance)
                .toList();
        return new SellShow(
                new ShowDefinition(show.billing(), show.terms(), show.conditions(), performances, show.sections()));
    }

    private static long fee(Till.Outcome outcome) {
        assertThat(outcome.refusal()).isEmpty();
        return ((TicketsCancelled) outcome.events().getFirst()).fee() - FEE;
    }

    @Test
    void nobodyCancelsWhatIsNotTheirsNotThereOrNotPaid() {
        till.given(place("o2", "h2"), accept("o2"));

        assertThat(till.when(cancel("o1", "ben", List.of())).refusal()).isEqualTo("unknown_order");
        assertThat(till.when(cancel("o9", "ann", List.of())).refusal()).isEqualTo("unknown_order");
        assertThat(till.when(cancel("o1", "ann", List.of("o2-1"))).refusal()).isEqualTo("unknown_ticket");
        assertThat(till.when(cancel("o2", "ann", List.of())).refusal()).isEqualTo("wrong_status");
    }

    @Test
    void aTransferThatIsNotPaidYetIsWithdrawn() {
        till.given(place("o2", booking("h2", PaymentMethod.BANK_TRANSFER, null)), accept("o2"), new AcceptSeats("o2"));
        assertThat(till.when(cancel("o2", "ben", List.of())).refusal()).isEqualTo("unknown_order");
        till.given(report("o2", PaymentReport.Status.AWAITING_DEPOSIT));
        assertThat(till.when(cancel("o2", "ann", List.of("o2-1"))).refusal()).isEqualTo("wrong_status");
        TicketsCancelled nothing = new TicketsCancelled("o2", "ann", List.of(), "", 0, 0, CancelledBy.FAN, 0);
        var preview = till.when(new CancelOrder("o2", "ann", List.of(), true));
        assertThat(preview.events()).isEmpty();
        assertThat(preview.answer()).isEqualTo(Happening.of(nothing));

        var outcome = till.when(cancel("o2", "ann", List.of()));

        assertThat(outcome.events())
                .containsExactly(
                        new OrderEnded("o2", "ann", OrderEnd.WITHDRAWN, "It was withdrawn before it was paid."));
        assertThat(outcome.answer()).isEqualTo(Happening.of(nothing));
        assertThat(outcome.errands())
                .containsExactly(
                        new Errand.ReturnSeats("o2", "h2", "ann", List.of(), List.of(), true, Returns.AT_ONCE),
                        new Errand.VoidPayment("o2", "p-o2"));
        assertThat(till.order("o2").state()).isEqualTo(State.ENDED);
    }

    @Test
    void aRefundIsSettledOnceAndOnlyWithItsAmount() {
        till.given(cancel("o1", "ann", List.of("o1-1")));

        assertThat(till.when(new ReportRefund("o1", "o1-refund-1", true, PRICE - 1))
                        .events())
                .isEmpty();
        assertThat(till.when(new ReportRefund("o1", "o1-refund-1", false, PRICE))
                        .events())
                .isEmpty();
        assertThat(till.when(new ReportRefund("o1", "o1-refund-1", true, PRICE)).events())
                .containsExactly(new RefundSettled("o1", "o1-refund-1", PRICE));
        assertThat(till.when(new ReportRefund("o1", "o1-refund-1", true, PRICE)).events())
                .isEmpty();
        assertThat(till.when(new ReportRefund("o1", "o1-refund-9", true, PRICE)).events())
                .isEmpty();
    }

    @Test
    void ticketsWithoutAPriceAreCancelledWithoutARefund() {
        HeldPlaces free = new HeldPlaces(
                "n1",
                List.of(),
                List.of(new HeldArea("Floor", null, 3, "R", 0)),
                "KRW",
                0,
                OPENING.plus(Bookings.HOLD));
        till.given(place("o2", "h2"), new AcceptHold("o2", free), new AcceptSeats("o2"));

        var outcome = till.when(cancel("o2", "ann", List.of("o2-1", "o2-3")));

        assertThat(outcome.errands())
                .containsExactly(new Errand.ReturnSeats(
                        "o2",
                        "h2",
                        "ann",
                        List.of(),
                        List.of(new HeldArea("Floor", null, 2, "R", 0)),
                        false,
                        Returns.NIGHT_BATCH));
        assertThat(till.order("o2").validTickets()).hasSize(1);
    }

    @Test
    void aStoppedPerformanceIsRefundedWholeWithFeesAndItsOpenOrdersEnd() {
        till.given(place("o2", "h2"), accept("o2"));

        assertThat(till.when(new StopPerformance("n1")).events()).containsExactly(new PerformanceStopped("n1"));
        assertThat(till.when(new StopPerformance("n2")).dueEvents())
                .containsExactly(
                        new TicketsCancelled(
                                "o1",
                                "ann",
                                List.of("o1-1", "o1-2"),
                                "o1-refund-1",
                                TWO_SEATS,
                                0,
                                CancelledBy.ORGANIZER,
                                0),
                        new OrderEnded("o2", "ann", OrderEnd.PERFORMANCE_CANCELLED, "This performance was cancelled."));
        assertThat(till.when(new StopPerformance("n1")).events()).isEmpty();
    }

    @Test
    void whatAFanCancelledBeforeIsNotRefundedAgain() {
        till.given(cancel("o1", "ann", List.of("o1-1")), new StopPerformance("n1"));

        var outcome = till.when(new WakeOrder("o1"));

        assertThat(outcome.dueEvents())
                .containsExactly(new TicketsCancelled(
                        "o1", "ann", List.of("o1-2"), "o1-refund-2", PRICE + FEE, 0, CancelledBy.ORGANIZER, 0));
    }

    @Test
    void anOrderWhoseHoldIsOfAStoppedPerformanceEnds() {
        till.given(new StopPerformance("n1"), place("o2", "h2"));

        assertThat(till.when(accept("o2")).events())
                .containsExactly(
                        new OrderEnded("o2", "ann", OrderEnd.PERFORMANCE_CANCELLED, "This performance was cancelled."));
    }

    @Test
    void aGreatManyOrdersGoBackInPortionsAndACommandSeesItsOwn() {
        Till big = Till.selling();
        for (int i = 0; i < 450; i++) {
            big.paid("o%03d".formatted(i), "h" + i);
        }
        big.given(new StopPerformance("n1"));

        var first = big.when(cancel("o449", "ann", List.of()));
        var second = big.when(new WakeOrder("o200"));
        var third = big.when(new WakeOrder("o400"));

        assertThat(first.due()).hasSize(201);
        assertThat(first.refusal()).isEqualTo("ticket_cancelled");
        assertThat(second.due()).hasSize(200);
        assertThat(third.due()).hasSize(49);
        assertThat(big.books().earliestDue(big.now())).isEmpty();
    }
}
