package io.onsale.topologies.checkout.domain;

import static io.onsale.topologies.checkout.domain.Bookings.HOLD;
import static io.onsale.topologies.checkout.domain.Bookings.NIGHT;
import static io.onsale.topologies.checkout.domain.Bookings.OPENING;
import static io.onsale.topologies.checkout.domain.Bookings.TWO_SEATS;
import static io.onsale.topologies.checkout.domain.Bookings.accept;
import static io.onsale.topologies.checkout.domain.Bookings.booking;
import static io.onsale.topologies.checkout.domain.Bookings.place;
import static io.onsale.topologies.checkout.domain.Bookings.read;
import static io.onsale.topologies.checkout.domain.Bookings.report;
import static io.onsale.topologies.checkout.domain.Bookings.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptSeats;
import io.onsale.topologies.checkout.domain.CheckoutCommand.ReportRefund;
import io.onsale.topologies.checkout.domain.CheckoutCommand.WakeOrder;
import io.onsale.topologies.checkout.domain.CheckoutEvent.AskedAgain;
import io.onsale.topologies.checkout.domain.CheckoutEvent.DepositAwaited;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderConfirmed;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderEnded;
import io.onsale.topologies.checkout.domain.CheckoutEvent.PaymentReturned;
import io.onsale.topologies.checkout.domain.CheckoutEvent.SeatsSecured;
import io.onsale.topologies.checkout.domain.CheckoutEvent.StrayPayment;
import io.onsale.topologies.checkout.domain.PaymentReport.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bank transfers, and money that comes where none is wanted. */
class PaymentTest {

    private final Till till = Till.selling();

    @Test
    void aBankTransferOwnsItsSeatsFirstAndThenWaitsForTheMoney() {
        till.given(place("o1", booking("h1", PaymentMethod.BANK_TRANSFER, null)));
        Instant payUntil = OPENING.plus(Duration.ofHours(24));

        assertThat(till.when(accept("o1")).errands()).containsExactly(new Errand.ConfirmSeats("o1", "h1", "ann"));
        var secured = till.when(new AcceptSeats("o1"));
        assertThat(secured.events()).containsExactly(new SeatsSecured("o1"));
        assertThat(secured.errands())
                .containsExactly(new Errand.AuthorisePayment(
                        "o1", TWO_SEATS, "KRW", PaymentMethod.BANK_TRANSFER, sealed("token"), payUntil));
        assertThat(till.when(report("o1", Status.AWAITING_DEPOSIT)).events())
                .containsExactly(new DepositAwaited("o1", "p-o1", new Deposit("Bank", "12-34", payUntil)));
        assertThat(till.when(report("o1", Status.AWAITING_DEPOSIT)).events()).isEmpty();

        till.later(HOLD.multipliedBy(3));
        assertThat(till.when(report("o1", Status.CAPTURED)).events())
                .singleElement()
                .isInstanceOf(OrderConfirmed.class);
    }

    @Test
    void aDepositThatIsOnlyPromisedIsTaken() {
        awaitingDeposit();

        var outcome = till.when(report("o1", Status.AUTHORISED));

        assertThat(outcome.errands()).containsExactly(new Errand.CapturePayment("o1", "p-o1", TWO_SEATS, "KRW"));
        assertThat(till.when(report("o1", Status.CAPTURED)).events())
                .singleElement()
                .isInstanceOf(OrderConfirmed.class);
    }

    @Test
    void aTransferThatDoesNotComeEndsTheOrderOnceItsPaymentWasRead() {
        awaitingDeposit();

        till.later(Duration.ofHours(24).minusMillis(1));
        assertThat(till.when(new WakeOrder("o1")).dueEvents()).isEmpty();
        var asked = till.later(Duration.ofMillis(1)).when(new WakeOrder("o1"));
        assertThat(asked.dueEvents()).containsExactly(new AskedAgain("o1", 1));
        assertThat(asked.errands()).containsExactly(new Errand.CheckPayment("o1", "p-o1"));
        var outcome = till.when(read("o1", Status.AWAITING_DEPOSIT, till.now()));

        assertThat(outcome.events())
                .containsExactly(new OrderEnded("o1", "ann", OrderEnd.EXPIRED, "It was not paid in time."));
        assertThat(outcome.errands())
                .hasSize(2)
                .contains(new Errand.VoidPayment("o1", "p-o1"))
                .first()
                .isInstanceOf(Errand.ReturnSeats.class);
    }

    @Test
    void aTransferThatCameInTimeCountsHoweverLateItsReportIs() {
        awaitingDeposit();
        till.later(Duration.ofHours(24)).when(new WakeOrder("o1"));

        till.later(Duration.ofHours(1));

        assertThat(till.when(report("o1", Status.CAPTURED)).events())
                .singleElement()
                .isInstanceOf(OrderConfirmed.class);
    }

    @Test
    void whatThePaymentWasBeforeItsTimeWasOverEndsNothing() {
        awaitingDeposit();
        Instant before = OPENING.plus(Duration.ofHours(24)).minusMillis(1);
        till.later(Duration.ofHours(24)).when(new WakeOrder("o1"));

        assertThat(till.when(read("o1", Status.AWAITING_DEPOSIT, before)).events())
                .isEmpty();
        assertThat(till.when(report("o1", Status.AWAITING_DEPOSIT)).events()).isEmpty();
    }

    @Test
    void aTransferOfWhichNobodyCanSayAnythingEndsTheOrderAfterHoursOfAsking() {
        awaitingDeposit();
        Instant payUntil = OPENING.plus(Duration.ofHours(24));
        till.at(payUntil.plus(Duration.ofDays(3))); // checkout was away itself
        assertThat(till.when(report("o1", Status.PENDING)).dueEvents()).containsExactly(new AskedAgain("o1", 1));
        Instant asked = till.now();
        List<CheckoutEvent> brought = new ArrayList<>();
        while (!till.order("o1").ended()) {
            till.later(Duration.ofMinutes(1));
            brought.addAll(till.when(new WakeOrder("o1")).dueEvents());
        }

        assertThat(brought).hasSize(8).first().isEqualTo(new AskedAgain("o1", 2));
        assertThat(brought).last().isInstanceOf(OrderEnded.class);
        assertThat(Duration.between(asked, till.now())).isBetween(Duration.ofHours(2), Duration.ofHours(4));
    }

    @Test
    void aTransferWhoseAccountWasNeverOpenedIsAskedForAgain() {
        till.given(place("o1", booking("h1", PaymentMethod.BANK_TRANSFER, null)), accept("o1"), new AcceptSeats("o1"));

        var outcome = till.later(Duration.ofSeconds(30)).when(new WakeOrder("o1"));

        assertThat(outcome.errands()).singleElement().isInstanceOf(Errand.AuthorisePayment.class);
        till.later(Duration.ofHours(24));
        assertThat(till.when(read("o1", Status.FAILED, till.now())).events())
                .singleElement()
                .isInstanceOf(OrderEnded.class);
    }

    @Test
    void aTransferMustComeBeforeThePerformance() {
        till.at(NIGHT.minus(Duration.ofHours(2)));
        till.given(place("o1", booking("h1", PaymentMethod.BANK_TRANSFER, null)), accept("o1"));

        assertThat(till.order("o1").price().payUntil()).isEqualTo(NIGHT);
    }

    @Test
    void aTransferOfAnotherAmountEndsTheOrderAndGoesBackWhole() {
        awaitingDeposit();

        var outcome = till.when(report("o1", "p-o1", Status.CAPTURED, TWO_SEATS - 1));

        assertThat(outcome.events())
                .containsExactly(
                        new OrderEnded("o1", "ann", OrderEnd.PAYMENT_FAILED, "amount_differs"),
                        new StrayPayment("o1", "p-o1", TWO_SEATS - 1, "KRW", true));
        assertThat(outcome.errands())
                .hasSize(2)
                .last()
                .isEqualTo(new Errand.RefundPayment("o1", "p-o1", "o1-stray-p-o1", TWO_SEATS - 1, "KRW", 1));
    }

    @Test
    void moneyTakenBeforeTheOrderOwnsItsSeatsGoesBack() {
        till.given(place("o1", "h1"), accept("o1"));

        var outcome = till.when(report("o1", Status.CAPTURED));

        assertThat(outcome.events())
                .containsExactly(
                        new OrderEnded("o1", "ann", OrderEnd.PAYMENT_FAILED, "captured_too_early"),
                        new StrayPayment("o1", "p-o1", TWO_SEATS, "KRW", true));
    }

    @Test
    void aPromiseForAnEndedOrderIsLetGoOnce() {
        endedUnpaid();

        var stray = till.when(report("o1", Status.AUTHORISED));

        assertThat(stray.events()).containsExactly(new StrayPayment("o1", "p-o1", TWO_SEATS, "KRW", false));
        assertThat(stray.errands()).containsExactly(new Errand.VoidPayment("o1", "p-o1"));
        assertThat(till.when(report("o1", Status.AUTHORISED)).events()).isEmpty();
        assertThat(till.when(report("o1", Status.VOIDED)).events())
                .containsExactly(new PaymentReturned("o1", "p-o1", TWO_SEATS, false));
        assertThat(till.when(report("o1", Status.VOIDED)).events()).isEmpty();
        assertThat(till.when(report("o1", Status.AUTHORISED)).events()).isEmpty();
    }

    @Test
    void moneyForAnEndedOrderIsRefundedWholeOnce() {
        endedUnpaid();

        var stray = till.when(report("o1", Status.CAPTURED));

        assertThat(stray.events()).containsExactly(new StrayPayment("o1", "p-o1", TWO_SEATS, "KRW", true));
        assertThat(stray.errands())
                .containsExactly(new Errand.RefundPayment("o1", "p-o1", "o1-stray-p-o1", TWO_SEATS, "KRW", 1));
        assertThat(till.when(report("o1", Status.CAPTURED)).events()).isEmpty();
        assertThat(till.when(new ReportRefund("o1", "o1-stray-p-o1", false, TWO_SEATS))
                        .events())
                .isEmpty();
        assertThat(till.when(new ReportRefund("o1", "o1-stray-p-o1", true, TWO_SEATS))
                        .events())
                .containsExactly(new PaymentReturned("o1", "p-o1", TWO_SEATS, true));
        assertThat(till.when(new ReportRefund("o1", "o1-stray-p-o1", true, TWO_SEATS))
                        .events())
                .isEmpty();
    }

    @Test
    void aPromiseThatIsTakenAfterAllIsOwedOnce() {
        endedUnpaid();
        till.given(report("o1", Status.AUTHORISED));

        assertThat(till.when(report("o1", Status.CAPTURED)).events())
                .containsExactly(new StrayPayment("o1", "p-o1", TWO_SEATS, "KRW", true));
        assertThat(till.order("o1").aftermath().strays())
                .containsExactly(new Stray("p-o1", TWO_SEATS, "KRW", true, false, 0));
    }

    @Test
    void aPromiseThatAnEndedOrderKnewOfIsNotStrayAndItsReturnIsNoted() {
        till.given(
                place("o1", "h1"),
                accept("o1"),
                report("o1", Status.AUTHORISED),
                new CheckoutCommand.RejectSeats("o1", io.onsale.topologies.kit.domain.Refusal.of("gone", "")));

        assertThat(till.when(report("o1", Status.AUTHORISED)).events()).isEmpty();
        assertThat(till.when(report("o1", Status.VOIDED)).events())
                .containsExactly(new PaymentReturned("o1", "p-o1", TWO_SEATS, false));
        assertThat(till.when(report("o1", Status.VOIDED)).events()).isEmpty();
    }

    @Test
    void aSecondPaymentOfAnOrderIsStrayAndTheOrderStands() {
        till.paid("o1", "h1");

        var stray = till.when(report("o1", "another", Status.CAPTURED, 5));

        assertThat(stray.events()).containsExactly(new StrayPayment("o1", "another", 5, "KRW", true));
        assertThat(till.order("o1").state()).isEqualTo(Order.State.CONFIRMED);
        assertThat(till.when(report("o1", "another", Status.DECLINED, 5)).events())
                .isEmpty();
    }

    @Test
    void aReportWithoutAPaymentIsAboutTheOneThatWasAskedFor() {
        till.given(place("o1", "h1"), accept("o1"), report("o1", Status.ACTION_REQUIRED));

        var outcome = till.when(report("o1", "", Status.DECLINED, 0));

        assertThat(outcome.errands()).contains(new Errand.VoidPayment("o1", "p-o1"));
    }

    @Test
    void whatIsReportedOfUnknownOrdersMeansNothing() {
        assertThat(till.when(report("o9", Status.DECLINED))).isEqualTo(Till.NOTHING);
        assertThat(till.when(new ReportRefund("o9", "r", true, 1))).isEqualTo(Till.NOTHING);
    }

    @Test
    void moneyForAnUnknownOrderIsPutAsideForSomebodyToSeeTo() {
        for (Status money : List.of(Status.AUTHORISED, Status.CAPTURED)) {
            var outcome = till.when(report("o9", money));

            assertThat(outcome.events()).isEmpty();
            assertThat(outcome.aside()).as("%s", money).contains("money");
        }
    }

    @Test
    void noReportWithoutAPaymentEndsAnOrderWhoseMoneyIsBeingTaken() {
        for (Status unsure : List.of(Status.FAILED, Status.VOIDED, Status.DECLINED)) {
            Till capturing = Till.selling()
                    .given(place("o1", "h1"), accept("o1"), report("o1", Status.AUTHORISED), new AcceptSeats("o1"));

            assertThat(capturing.when(report("o1", "", unsure, TWO_SEATS)))
                    .as("%s", unsure)
                    .isEqualTo(Till.NOTHING);
            assertThat(capturing
                            .later(Duration.ofSeconds(30))
                            .when(new WakeOrder("o1"))
                            .errands())
                    .as("it is asked again until that is sure")
                    .containsExactly(new Errand.CapturePayment("o1", "p-o1", TWO_SEATS, "KRW"));
            assertThat(capturing.when(report("o1", Status.CAPTURED)).events())
                    .singleElement()
                    .isInstanceOf(OrderConfirmed.class);
        }
    }

    @Test
    void noReportWithoutAPaymentSettlesThePromiseOfAnEndedOrder() {
        till.given(
                place("o1", "h1"),
                accept("o1"),
                report("o1", Status.AUTHORISED),
                new CheckoutCommand.RejectSeats("o1", io.onsale.topologies.kit.domain.Refusal.of("gone", "")));

        assertThat(till.when(report("o1", "", Status.FAILED, 0)).events()).isEmpty();
        assertThat(till.later(Duration.ofSeconds(30)).when(new WakeOrder("o1")).errands())
                .containsExactly(new Errand.VoidPayment("o1", "p-o1"));
    }

    @Test
    void aPromiseThatTheGatewayDoesNotFindForHoursIsLetGo() {
        till.given(
                place("o1", "h1"),
                accept("o1"),
                report("o1", Status.AUTHORISED),
                new CheckoutCommand.RejectSeats("o1", io.onsale.topologies.kit.domain.Refusal.of("gone", "")));
        Instant ended = till.now();

        List<CheckoutEvent> heard = untilNothingIsOwed();

        assertThat(heard).containsExactly(new PaymentReturned("o1", "p-o1", TWO_SEATS, false));
        assertThat(Duration.between(ended, till.now())).isBetween(Duration.ofHours(2), Duration.ofHours(4));
        till.later(OrderTimes.REMEMBERED).sweep();
        assertThat(till.rows().orders().rows()).isEmpty();
    }

    @Test
    void aStrayPromiseThatTheGatewayDoesNotFindForHoursIsLetGo() {
        till.paid("o1", "h1").given(report("o1", "another", Status.AUTHORISED, 5));

        assertThat(untilNothingIsOwed()).containsExactly(new PaymentReturned("o1", "another", 5, false));
        assertThat(till.order("o1").state()).isEqualTo(Order.State.CONFIRMED);
    }

    @Test
    void whichOfTwoPromisesIsMissingNobodySaysSoBothAreOwed() {
        till.given(
                place("o1", "h1"),
                accept("o1"),
                report("o1", Status.AUTHORISED),
                new CheckoutCommand.RejectSeats("o1", io.onsale.topologies.kit.domain.Refusal.of("gone", "")),
                report("o1", "another", Status.AUTHORISED, 5));

        for (int asked = 0; asked < 12; asked++) {
            till.later(Duration.ofHours(1)).when(new WakeOrder("o1"));
            assertThat(till.when(notFound()).events()).isEmpty();
        }
        assertThat(till.order("o1").times().deadline()).isNotNull();
    }

    /** The gateway says to every wish that it has no such payment. */
    private List<CheckoutEvent> untilNothingIsOwed() {
        List<CheckoutEvent> heard = new ArrayList<>();
        for (int minute = 0; minute < 600 && till.order("o1").times().deadline() != null; minute++) {
            till.later(Duration.ofMinutes(1)).when(new WakeOrder("o1"));
            heard.addAll(till.when(notFound()).events());
        }
        assertThat(till.order("o1").times().deadline()).isNull();
        return heard;
    }

    private static CheckoutCommand notFound() {
        return new CheckoutCommand.ReportPayment(
                "o1", new PaymentReport("", Status.FAILED, 0, "", "not_found", null, null, PaymentReport.Step.RELEASE));
    }

    private void awaitingDeposit() {
        till.given(
                place("o1", booking("h1", PaymentMethod.BANK_TRANSFER, null)),
                accept("o1"),
                new AcceptSeats("o1"),
                report("o1", Status.AWAITING_DEPOSIT));
    }

    private void endedUnpaid() {
        till.given(place("o1", "h1"), accept("o1")).later(HOLD).given(new WakeOrder("o1"));
    }
}
