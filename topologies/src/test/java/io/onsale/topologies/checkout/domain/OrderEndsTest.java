package io.onsale.topologies.checkout.domain;

import static io.onsale.topologies.checkout.domain.Bookings.HOLD;
import static io.onsale.topologies.checkout.domain.Bookings.OPENING;
import static io.onsale.topologies.checkout.domain.Bookings.TWO_SEATS;
import static io.onsale.topologies.checkout.domain.Bookings.accept;
import static io.onsale.topologies.checkout.domain.Bookings.asked;
import static io.onsale.topologies.checkout.domain.Bookings.place;
import static io.onsale.topologies.checkout.domain.Bookings.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptSeats;
import io.onsale.topologies.checkout.domain.CheckoutCommand.ProlongOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.RejectHold;
import io.onsale.topologies.checkout.domain.CheckoutCommand.RejectSeats;
import io.onsale.topologies.checkout.domain.CheckoutCommand.WakeOrder;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderEnded;
import io.onsale.topologies.checkout.domain.PaymentReport.Status;
import io.onsale.topologies.checkout.domain.PaymentReport.Step;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.CancellationPolicy.Returns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ways in which an order by card comes to nothing. */
class OrderEndsTest {

    private final Till till = Till.selling();

    @Test
    void endsWhereInventoryHasNoSuchHold() {
        till.given(place("o1", "h1"));

        var outcome = till.when(new RejectHold("o1", Refusal.of("unknown_reservation", "There is none.")));

        assertThat(outcome.events())
                .containsExactly(new OrderEnded("o1", "ann", OrderEnd.HOLD_LOST, "unknown_reservation"));
        assertThat(outcome.errands()).as("the hold was never its own").isEmpty();
    }

    @Test
    void anOrderOfSomebodyElsesHoldDoesNotKeepItsOwnerFromOrdering() {
        till.given(place("stranger", "h1"), new RejectHold("stranger", Refusal.of("unknown_reservation", "")));

        assertThat(till.when(place("o1", "h1")).refusal()).isEmpty();

        till.given(new RejectHold("stranger", Refusal.of("unknown_reservation", "")));
        assertThat(till.when(place("o2", "h1")).refusal()).isEqualTo("reservation_in_use");
    }

    @Test
    void isWithdrawnWhereItsHoldIsGivenBackBeforeItOwnsAnything() {
        RejectHold givenBack = new RejectHold("o1", Refusal.of("reservation_ended", "It was given back."));
        till.given(place("o1", "h1"), accept("o1"));

        var outcome = till.when(givenBack);

        assertThat(outcome.events())
                .containsExactly(
                        new OrderEnded("o1", "ann", OrderEnd.WITHDRAWN, "It was withdrawn before it was paid."));
        assertThat(outcome.errands()).contains(new Errand.VoidPayment("o1", ""));
        assertThat(till.when(givenBack).events()).isEmpty();
    }

    @Test
    void whatItsPlacesAreConfirmedForIsDecidedByInventoryAlone() {
        till.given(place("o1", "h1"), accept("o1"), report("o1", Status.AUTHORISED));

        assertThat(till.when(new RejectHold("o1", Refusal.of("reservation_ended", "It was given back.")))
                        .events())
                .isEmpty();
    }

    @Test
    void endsWhereTheSeatsAreLostAndLetsTheMoneyGo() {
        till.given(place("o1", "h1"), accept("o1"), report("o1", Status.AUTHORISED));

        var outcome = till.when(new RejectSeats("o1", Refusal.of("reservation_ended", "It has expired.")));

        assertThat(outcome.events())
                .containsExactly(new OrderEnded("o1", "ann", OrderEnd.SEATS_LOST, "reservation_ended"));
        assertThat(outcome.errands()).containsExactly(everything(), new Errand.VoidPayment("o1", "p-o1"));
    }

    @Test
    void endsWhereTheCardIsDeclined() {
        till.given(place("o1", "h1"), accept("o1"));

        var outcome = till.when(report("o1", Status.DECLINED));

        assertThat(outcome.events()).containsExactly(new OrderEnded("o1", "ann", OrderEnd.DECLINED, "the reason"));
        assertThat(outcome.errands()).containsExactly(everything(), new Errand.VoidPayment("o1", "p-o1"));
    }

    @Test
    void anOrderThatEndedByItsCardHasLostItsHold() {
        till.given(place("o1", "h1"), accept("o1"), report("o1", Status.DECLINED));

        assertThat(till.when(place("o2", "h1")).refusal()).isEqualTo("reservation_in_use");
        assertThat(till.when(report("o1", Status.AUTHORISED)).errands())
                .as("the card's money is let go")
                .containsExactly(new Errand.VoidPayment("o1", "p-o1"));
    }

    @Test
    void aTransferThatFailsGivesItsSeatsBack() {
        till.given(
                place("o1", Bookings.booking("h1", PaymentMethod.BANK_TRANSFER, null)),
                accept("o1"),
                new AcceptSeats("o1"));

        assertThat(till.when(report("o1", Status.FAILED)).errands()).contains(everything());
        assertThat(till.when(place("o2", "h1")).refusal()).isEqualTo("reservation_in_use");
    }

    @Test
    void endsWhereAnotherAmountOrCurrencyIsPromised() {
        for (String wrong : List.of("less", "more", "dollars")) {
            Till other = Till.selling().given(place("o1", "h1"), accept("o1"));
            long amount = TWO_SEATS + (wrong.equals("less") ? -1 : wrong.equals("more") ? 1 : 0);
            String currency = wrong.equals("dollars") ? "USD" : "KRW";

            var outcome = other.when(new CheckoutCommand.ReportPayment(
                    "o1",
                    new PaymentReport("p-o1", Status.AUTHORISED, amount, currency, "", null, null, Step.AUTHORISE)));

            assertThat(outcome.events())
                    .as(wrong)
                    .containsExactly(new OrderEnded("o1", "ann", OrderEnd.PAYMENT_FAILED, "amount_differs"));
            assertThat(outcome.errands()).containsExactly(everything(), new Errand.VoidPayment("o1", "p-o1"));
        }
    }

    @Test
    void endsWhereTheMoneyCannotBeTakenOrThePromiseIsGone() {
        for (Status gone : List.of(Status.FAILED, Status.VOIDED, Status.DECLINED)) {
            Till other = Till.selling()
                    .given(place("o1", "h1"), accept("o1"), report("o1", Status.AUTHORISED), new AcceptSeats("o1"));

            var outcome = other.when(report("o1", gone));

            assertThat(outcome.events())
                    .as("%s", gone)
                    .containsExactly(new OrderEnded("o1", "ann", OrderEnd.PAYMENT_FAILED, "the reason"));
            assertThat(outcome.errands()).contains(everything());
        }
    }

    @Test
    void endsWhereTheGatewayGivesAReasonForOnlyKeepingItsPromise() {
        till.given(place("o1", "h1"), accept("o1"), report("o1", Status.AUTHORISED), new AcceptSeats("o1"));

        assertThat(till.when(asked("o1", Step.CAPTURE, Status.AUTHORISED, "")).events())
                .isEmpty();
        var outcome = till.when(asked("o1", Step.CAPTURE, Status.AUTHORISED, "not_now"));

        assertThat(outcome.events()).containsExactly(new OrderEnded("o1", "ann", OrderEnd.PAYMENT_FAILED, "not_now"));
        assertThat(outcome.errands()).containsExactly(everything(), new Errand.VoidPayment("o1", "p-o1"));
    }

    @Test
    void endsWhereNothingIsPromisedByTheHoldsDeadline() {
        till.given(place("o1", "h1"), accept("o1")).later(HOLD.minusMillis(1));
        assertThat(till.when(new WakeOrder("o1")).dueEvents()).isEmpty();

        var outcome = till.later(Duration.ofMillis(1)).when(new WakeOrder("o1"));

        assertThat(outcome.dueEvents())
                .containsExactly(new OrderEnded("o1", "ann", OrderEnd.EXPIRED, "It was not paid in time."));
        assertThat(outcome.errands())
                .as("the hold ends at its deadline, as inventory has it")
                .containsExactly(new Errand.UnclaimHold("o1", "h1", "ann"), new Errand.VoidPayment("o1", ""));
    }

    @Test
    void aHoldThatIsProlongedWhenItsOrderExpiresCanBeOrderedAgain() {
        till.given(place("o1", "h1"), accept("o1")).later(HOLD).given(new WakeOrder("o1"));
        till.given(new ProlongOrder("o1", till.now().plus(HOLD)));

        assertThat(till.when(place("o2", "h1")).refusal()).isEmpty();
    }

    @Test
    void noRefusalButThatOfACaptureEndsAnOrderWhoseMoneyIsBeingTaken() {
        for (Step other : List.of(Step.ANSWER, Step.AUTHORISE, Step.RELEASE, Step.CHECK, Step.UNKNOWN)) {
            Till capturing = Till.selling()
                    .given(place("o1", "h1"), accept("o1"), report("o1", Status.AUTHORISED), new AcceptSeats("o1"));

            assertThat(capturing
                            .when(asked("o1", other, Status.AUTHORISED, "wrong_status"))
                            .events())
                    .as("%s", other)
                    .isEmpty();
        }
    }

    @Test
    void aHoldThatIsProlongedGivesTheOrderMoreTime() {
        till.given(place("o1", "h1"), accept("o1"));
        Instant later = OPENING.plus(HOLD.multipliedBy(2));

        assertThat(till.when(new ProlongOrder("o1", later)).events())
                .containsExactly(new CheckoutEvent.OrderProlonged("o1", later, later));
        assertThat(till.when(new ProlongOrder("o1", later)).events()).isEmpty();
        till.at(later.minusMillis(1));

        assertThat(till.when(report("o1", Status.AUTHORISED)).events())
                .singleElement()
                .isInstanceOf(CheckoutEvent.PaymentAuthorised.class);
        assertThat(till.when(new ProlongOrder("o1", later.plus(HOLD))).events())
                .as("it waits for nothing of its fan's")
                .isEmpty();
    }

    @Test
    void aCardThatPaymentsFoundTooLateByTheTimeBeforeIsAskedAgain() {
        Instant later = OPENING.plus(HOLD.multipliedBy(2));
        till.given(place("o1", "h1"), accept("o1"), new ProlongOrder("o1", later));
        till.at(OPENING.plus(HOLD).plusSeconds(1));

        var outcome = till.when(tooLate(till.now()));

        assertThat(outcome.events()).containsExactly(new CheckoutEvent.AskedAgain("o1", 1));
        assertThat(outcome.errands())
                .containsExactly(new Errand.AuthorisePayment(
                        "o1", TWO_SEATS, "KRW", PaymentMethod.CARD, Bookings.sealed("token"), later));
        assertThat(till.when(tooLate(till.now())).events())
                .as("once, however often that is said")
                .isEmpty();
        assertThat(till.when(report("o1", Status.AUTHORISED)).events())
                .singleElement()
                .isInstanceOf(CheckoutEvent.PaymentAuthorised.class);
    }

    @Test
    void aCardThatIsTooLateByItsTimeEndsTheOrder() {
        till.given(place("o1", "h1"), accept("o1")).at(OPENING.plus(HOLD).minusMillis(1));

        assertThat(till.when(tooLate(OPENING.plus(HOLD))).events())
                .as("by the clock of payments")
                .containsExactly(new OrderEnded("o1", "ann", OrderEnd.PAYMENT_FAILED, "too_late"));
    }

    private static CheckoutCommand tooLate(Instant asOf) {
        return new CheckoutCommand.ReportPayment(
                "o1", new PaymentReport("", Status.FAILED, TWO_SEATS, "KRW", "too_late", null, asOf, Step.AUTHORISE));
    }

    @Test
    void aProlongedHoldGivesATransferMoreTimeForItsCodeButNotForTheMoney() {
        Till coded = Till.selling(Bookings.showConfirmedByCode())
                .given(place("o1", Bookings.booking("h1", PaymentMethod.BANK_TRANSFER, null)), accept("o1"));
        Instant later = OPENING.plus(HOLD.multipliedBy(2));

        coded.given(new ProlongOrder("o1", later));

        assertThat(coded.order("o1").times().deadline()).isEqualTo(later);
        assertThat(coded.order("o1").price().payUntil()).isEqualTo(OPENING.plus(Duration.ofHours(24)));
    }

    @Test
    void aPromiseThatComesAtTheDeadlineComesTooLate() {
        till.given(place("o1", "h1"), accept("o1")).later(HOLD);

        var outcome = till.when(report("o1", Status.AUTHORISED));

        assertThat(outcome.dueEvents()).singleElement().isInstanceOf(OrderEnded.class);
        assertThat(outcome.events())
                .containsExactly(new CheckoutEvent.StrayPayment("o1", "p-o1", TWO_SEATS, "KRW", false));
    }

    private static Errand everything() {
        return new Errand.ReturnSeats("o1", "h1", "ann", List.of(), List.of(), true, Returns.AT_ONCE);
    }
}
