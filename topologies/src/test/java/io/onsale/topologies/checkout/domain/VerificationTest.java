package io.onsale.topologies.checkout.domain;

import static io.onsale.topologies.checkout.domain.Bookings.TWO_SEATS;
import static io.onsale.topologies.checkout.domain.Bookings.accept;
import static io.onsale.topologies.checkout.domain.Bookings.asked;
import static io.onsale.topologies.checkout.domain.Bookings.place;
import static io.onsale.topologies.checkout.domain.Bookings.report;
import static io.onsale.topologies.checkout.domain.Bookings.right;
import static io.onsale.topologies.checkout.domain.Bookings.sealed;
import static io.onsale.topologies.checkout.domain.Bookings.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.checkout.domain.CheckoutCommand.VerifyOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.WakeOrder;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderEnded;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderPriced;
import io.onsale.topologies.checkout.domain.CheckoutEvent.PaymentAuthorised;
import io.onsale.topologies.checkout.domain.CheckoutEvent.VerificationFailed;
import io.onsale.topologies.checkout.domain.CheckoutEvent.VerificationPassed;
import io.onsale.topologies.checkout.domain.CheckoutEvent.VerificationRequired;
import io.onsale.topologies.checkout.domain.Order.State;
import io.onsale.topologies.checkout.domain.PaymentReport.Status;
import io.onsale.topologies.checkout.domain.PaymentReport.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Codes of ours, and codes of the card's bank. */
class VerificationTest {

    private final Till till = Till.selling(Bookings.showConfirmedByCode());

    @Test
    void sendsACodeBeforeAnythingIsPaid() {
        till.given(place("o1", "h1"));

        var outcome = till.when(accept("o1"));

        assertThat(outcome.events())
                .hasSize(2)
                .last()
                .isEqualTo(new VerificationRequired("o1", VerificationKind.CODE, 3, ""));
        assertThat(outcome.events().getFirst()).isInstanceOf(OrderPriced.class);
        assertThat(outcome.errands()).containsExactly(new Errand.SendCode("o1", "ann", sealed("ann@example.com"), 1));
        assertThat(till.order("o1").secrets()).isEqualTo(new Secrets(null, sealed("token")));
    }

    @Test
    void asksForTheMoneyOnceTheCodeIsRight() {
        till.given(place("o1", "h1"), accept("o1"));

        var outcome = till.when(verify("o1", right("o1")));

        assertThat(outcome.events()).containsExactly(new VerificationPassed("o1", VerificationKind.CODE));
        assertThat(outcome.answer()).isEqualTo(outcome.happened().getFirst());
        assertThat(outcome.errands()).singleElement().isInstanceOf(Errand.AuthorisePayment.class);
        assertThat(till.when(verify("o1", right("o1"))).refusal()).isEqualTo("wrong_status");
    }

    @Test
    void theThirdWrongCodeEndsTheOrder() {
        till.given(place("o1", "h1"), accept("o1"));

        assertThat(till.when(verify("o1", "wrong")).events()).containsExactly(new VerificationFailed("o1", 2));
        assertThat(till.when(verify("o1", right("o2"))).events()).containsExactly(new VerificationFailed("o1", 1));
        var third = till.when(verify("o1", ""));

        assertThat(third.events())
                .containsExactly(
                        new VerificationFailed("o1", 0),
                        new OrderEnded("o1", "ann", OrderEnd.TOO_MANY_CODES, "The code was wrong too often."));
        assertThat(third.answer()).isEqualTo(Happening.of(new VerificationFailed("o1", 0)));
        assertThat(third.errands()).singleElement().isInstanceOf(Errand.ReturnSeats.class);
    }

    @Test
    void anOrderThatWaitsForItsCodeEndsWithItsHold() {
        till.given(place("o1", Bookings.booking("h1", PaymentMethod.BANK_TRANSFER, null)), accept("o1"))
                .later(Bookings.HOLD);

        var outcome = till.when(new WakeOrder("o1"));

        assertThat(outcome.dueEvents()).singleElement().isInstanceOf(OrderEnded.class);
    }

    @Test
    void nobodyVerifiesSomebodyElsesOrder() {
        till.given(place("o1", "h1"), accept("o1"));

        var stranger = till.when(new VerifyOrder("o1", "ben", sealed(right("o1")), sealed("code")));

        assertThat(stranger.refusal()).isEqualTo("unknown_order");
        assertThat(till.when(verify("o9", "x")).refusal()).isEqualTo("unknown_order");
        assertThat(till.order("o1").state()).isEqualTo(State.VERIFYING);
    }

    @Test
    void passesTheBanksCodeOnAndWaitsForItsAnswer() {
        Till simple = Till.selling().given(place("o1", "h1"), accept("o1"));

        assertThat(simple.when(report("o1", Status.ACTION_REQUIRED)).events())
                .containsExactly(new VerificationRequired("o1", VerificationKind.CHALLENGE, 3, "p-o1"));
        assertThat(simple.order("o1").secrets()).isEqualTo(Secrets.NONE);
        assertThat(simple.when(report("o1", Status.ACTION_REQUIRED)).events()).isEmpty();
        var answered = simple.when(verify("o1", "whatever"));

        assertThat(answered.events()).containsExactly(new VerificationPassed("o1", VerificationKind.CHALLENGE));
        assertThat(answered.errands()).containsExactly(new Errand.AnswerChallenge("o1", "p-o1", sealed("code")));
        assertThat(simple.when(report("o1", Status.AUTHORISED)).events())
                .containsExactly(new PaymentAuthorised("o1", "p-o1", TWO_SEATS));
    }

    @Test
    void whatIsReportedOfBeforeTheAnswerAsksForNoSecondOne() {
        for (Step before : List.of(Step.AUTHORISE, Step.CHECK)) {
            Till answered = Till.selling()
                    .given(place("o1", "h1"), accept("o1"), report("o1", Status.ACTION_REQUIRED))
                    .given(verify("o1", "whatever"));

            assertThat(answered.when(asked("o1", before, Status.ACTION_REQUIRED, ""))
                            .events())
                    .as("%s", before)
                    .isEmpty();
            assertThat(answered.when(wrongCode()).events())
                    .containsExactly(new VerificationRequired("o1", VerificationKind.CHALLENGE, 2, "p-o1"));
        }
    }

    private static CheckoutCommand wrongCode() {
        return asked("o1", Step.ANSWER, Status.ACTION_REQUIRED, "wrong_code");
    }

    @Test
    void theBankIsAnsweredThreeTimesAtMost() {
        Till simple = Till.selling().given(place("o1", "h1"), accept("o1"));
        simple.given(report("o1", Status.ACTION_REQUIRED), verify("o1", "whatever"));
        simple.given(wrongCode(), verify("o1", "whatever"), wrongCode(), verify("o1", "whatever"));

        assertThat(simple.when(wrongCode()).events()).isEmpty();
        assertThat(simple.when(verify("o1", "whatever")).refusal()).isEqualTo("wrong_status");
        assertThat(simple.order("o1").verification().answers()).isEqualTo(3);
    }
}
