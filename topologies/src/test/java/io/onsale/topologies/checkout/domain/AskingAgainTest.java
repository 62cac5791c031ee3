package io.onsale.topologies.checkout.domain;

import static io.onsale.topologies.checkout.domain.Bookings.PRICE;
import static io.onsale.topologies.checkout.domain.Bookings.TWO_SEATS;
import static io.onsale.topologies.checkout.domain.Bookings.accept;
import static io.onsale.topologies.checkout.domain.Bookings.place;
import static io.onsale.topologies.checkout.domain.Bookings.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptSeats;
import io.onsale.topologies.checkout.domain.CheckoutCommand.CancelOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.RejectRefund;
import io.onsale.topologies.checkout.domain.CheckoutCommand.ReportRefund;
import io.onsale.topologies.checkout.domain.CheckoutCommand.WakeOrder;
import io.onsale.topologies.checkout.domain.CheckoutEvent.AskedAgain;
import io.onsale.topologies.checkout.domain.CheckoutEvent.PaymentReturned;
import io.onsale.topologies.checkout.domain.CheckoutEvent.RefundFailed;
import io.onsale.topologies.checkout.domain.CheckoutEvent.RefundSettled;
import io.onsale.topologies.checkout.domain.PaymentReport.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers get lost; an order that waits for one asks again, and waits longer every time. */
class AskingAgainTest {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private final Till till = Till.selling();

    @Test
    void whoeverOwesAnAnswerIsAskedAgain() {
        till.given(place("o1", "h1"));
        assertAskedAgain(new Errand.ClaimHold("o1", "h1", "ann"));
        till.given(accept("o1"), report("o1", Status.AUTHORISED));
        assertAskedAgain(new Errand.ConfirmSeats("o1", "h1", "ann"));
        till.given(new AcceptSeats("o1"));
        assertAskedAgain(new Errand.CapturePayment("o1", "p-o1", TWO_SEATS, "KRW"));
        till.given(report("o1", Status.CAPTURED));

        assertThat(till.order("o1").times().deadline()).isNull();
    }

    private void assertAskedAgain(Errand errand) {
        till.later(FIRST_PAUSE.minusMillis(1));
        assertThat(till.when(new WakeOrder("o1")).dueEvents()).isEmpty();
        assertThat(till.books().earliestDue(till.now())).isEmpty();
        till.later(Duration.ofMillis(1));
        assertThat(till.books().earliestDue(till.now())).isEqualTo(Map.of(Till.EVENT, "o1"));
        var outcome = till.when(new WakeOrder("o1"));
        assertThat(outcome.dueEvents()).containsExactly(new AskedAgain("o1", 1));
        assertThat(outcome.errands()).containsExactly(errand);
    }

    @Test
    void pausesGrowToAnHourAndNeverEndTheOrderOfAPromise() {
        till.given(place("o1", "h1"), accept("o1"), report("o1", Status.AUTHORISED), new AcceptSeats("o1"));

        List<Duration> pauses = new ArrayList<>();
        Instant last = till.now();
        while (pauses.size() < 12) {
            till.later(Duration.ofSeconds(30));
            if (!till.when(new WakeOrder("o1")).due().isEmpty()) {
                pauses.add(Duration.between(last, till.now()));
                last = till.now();
            }
        }

        assertThat(pauses.stream().map(Duration::toSeconds))
                .containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1920L, 3600L, 3600L, 3600L, 3600L, 3600L);
        assertThat(till.order("o1").state()).isEqualTo(Order.State.CAPTURING);
    }

    @Test
    void aRestartChangesNothing() {
        till.given(place("o1", "h1")).later(FIRST_PAUSE).given(new WakeOrder("o1"));

        till.restart();

        assertThat(till.books().earliestDue(till.now().plusSeconds(59))).isEmpty();
        assertThat(till.books().earliestDue(till.now().plusSeconds(60))).hasSize(1);
    }

    @Test
    void aRefundThatIsNotSettledIsReadUntilItIs() {
        till.paid("o1", "h1").given(cancelOne());

        var outcome = till.later(FIRST_PAUSE).when(new WakeOrder("o1"));

        assertThat(outcome.errands())
                .containsExactly(new Errand.RefundPayment("o1", "p-o1", "o1-refund-1", PRICE, "KRW", 1));
        till.given(new ReportRefund("o1", "o1-refund-1", false, PRICE));
        assertThat(till.order("o1").times().deadline()).isNotNull();
        assertThat(till.when(new ReportRefund("o1", "o1-refund-1", true, PRICE)).events())
                .containsExactly(new RefundSettled("o1", "o1-refund-1", PRICE));
        assertThat(till.order("o1").times().deadline()).isNull();
    }

    @Test
    void aRefundThatIsRefusedIsNotedAndTriedAnewAfterAPause() {
        till.paid("o1", "h1").given(cancelOne());

        assertThat(till.when(new RejectRefund("o1", "o1-refund-1", PRICE, "no_balance"))
                        .events())
                .containsExactly(new RefundFailed("o1", "o1-refund-1", PRICE, "no_balance"));
        till.later(FIRST_PAUSE);

        assertThat(till.when(new WakeOrder("o1")).errands())
                .containsExactly(new Errand.RefundPayment("o1", "p-o1", "o1-refund-1", PRICE, "KRW", 2));
    }

    @Test
    void whatIsNotOwedCannotBeRefused() {
        till.paid("o1", "h1").given(cancelOne(), new ReportRefund("o1", "o1-refund-1", true, PRICE));

        assertThat(till.when(new RejectRefund("o1", "o1-refund-1", PRICE, "")).events())
                .isEmpty();
        assertThat(till.when(new RejectRefund("o1", "o1-refund-9", PRICE, "")).events())
                .isEmpty();
    }

    @Test
    void strayMoneyIsSentBackUntilItIsBack() {
        till.paid("o1", "h1").given(report("o1", "p9", Status.CAPTURED, 7));
        till.given(new RejectRefund("o1", "o1-stray-p9", 7, "not_now"));

        var outcome = till.later(FIRST_PAUSE).when(new WakeOrder("o1"));

        assertThat(outcome.errands()).containsExactly(new Errand.RefundPayment("o1", "p9", "o1-stray-p9", 7, "KRW", 2));
        assertThat(till.when(new ReportRefund("o1", "o1-stray-p9", true, 7)).events())
                .containsExactly(new PaymentReturned("o1", "p9", 7, true));
        assertThat(till.order("o1").times().deadline()).isNull();
    }

    @Test
    void aPromiseOfAnEndedOrderIsLetGoUntilTheGatewaySaysSo() {
        till.given(place("o1", "h1"), accept("o1")).later(Bookings.HOLD).given(new WakeOrder("o1"));

        var outcome = till.later(FIRST_PAUSE).when(new WakeOrder("o1"));

        assertThat(outcome.errands()).containsExactly(new Errand.VoidPayment("o1", ""));
        assertThat(till.when(report("o1", "", Status.VOIDED, 0)).events())
                .containsExactly(new PaymentReturned("o1", "", 0, false));
        assertThat(till.order("o1").times().deadline()).isNull();
    }

    private static CancelOrder cancelOne() {
        return new CancelOrder("o1", "ann", List.of("o1-1"), false);
    }
}
