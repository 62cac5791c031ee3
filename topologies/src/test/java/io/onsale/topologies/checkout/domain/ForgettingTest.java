package io.onsale.topologies.checkout.domain;

import static io.onsale.topologies.checkout.domain.Bookings.NIGHT;
import static io.onsale.topologies.checkout.domain.Bookings.OPENING;
import static io.onsale.topologies.checkout.domain.Bookings.TWO_SEATS;
import static io.onsale.topologies.checkout.domain.Bookings.accept;
import static io.onsale.topologies.checkout.domain.Bookings.place;
import static io.onsale.topologies.checkout.domain.Bookings.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.checkout.domain.CheckoutCommand.CancelOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.ReportRefund;
import io.onsale.topologies.checkout.domain.CheckoutCommand.StopPerformance;
import io.onsale.topologies.checkout.domain.PaymentReport.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that are over are kept for a while, then treated as absent, and cleared away. */
class ForgettingTest {

    private static final Instant NIGHT_FORGOTTEN = NIGHT.plus(OrderTimes.REMEMBERED);

    @Test
    void aPaidOrderIsKeptUntilLongAfterItsShow() {
        Till till = Till.withPaidOrder().at(NIGHT_FORGOTTEN.minusMillis(1));
        till.sweep();

        assertThat(till.when(cancel()).refusal()).isEqualTo("too_late");
        assertThat(till.at(NIGHT_FORGOTTEN).when(cancel()).refusal()).isEqualTo("unknown_order");
    }

    @Test
    void aSweepLeavesNothingOfAnOrderThatIsForgotten() {
        Till till = Till.withPaidOrder().at(NIGHT_FORGOTTEN);

        till.sweep();

        assertThat(till.rows().orders().rows()).isEmpty();
        assertThat(till.rows().holds().rows()).isEmpty();
        till.given(new StopPerformance("n1"));
        assertThat(till.books().earliestDue(NIGHT_FORGOTTEN))
                .as("nobody rings for it")
                .isEmpty();
    }

    @Test
    void whetherARowWasClearedAwayMakesNoDifference() {
        for (CheckoutCommand command : List.of(cancel(), place("o2", "h1"), report("o1", Status.CAPTURED))) {
            Till kept = Till.withPaidOrder().at(NIGHT_FORGOTTEN);
            Till cleared = Till.withPaidOrder().at(NIGHT_FORGOTTEN);
            cleared.sweep();

            assertThat(kept.when(command)).as("%s", command).isEqualTo(cleared.when(command));
        }
    }

    @Test
    void anOrderOfARestartedCheckoutIsClearedAwayAsWell() {
        Till till = Till.withPaidOrder();
        till.restart();

        till.at(NIGHT_FORGOTTEN).sweep();

        assertThat(till.rows().orders().rows()).isEmpty();
        assertThat(till.books().earliestDue(NIGHT_FORGOTTEN)).isEmpty();
    }

    @Test
    void anOrderThatCameToNothingIsForgottenBeforeItsShow() {
        Till till = Till.selling().given(place("o1", "h1"), accept("o1"), report("o1", Status.DECLINED));
        till.given(report("o1", Status.VOIDED));

        till.at(OPENING.plus(OrderTimes.REMEMBERED)).sweep();

        assertThat(till.rows().orders().rows()).isEmpty();
    }

    @Test
    void moneyThatIsStillOwedIsNeverForgotten() {
        Till till = Till.withPaidOrder().given(cancel()).at(NIGHT_FORGOTTEN);
        till.sweep();
        assertThat(till.order("o1").state()).isEqualTo(Order.State.CANCELLED);

        till.given(new ReportRefund("o1", "o1-refund-1", true, 2 * Bookings.PRICE));
        till.later(OrderTimes.REMEMBERED.minus(Duration.ofMillis(1))).sweep();
        assertThat(till.rows().orders().rows())
                .as("counted from when it was paid back")
                .isNotEmpty();

        till.later(Duration.ofMillis(1)).sweep();
        assertThat(till.rows().orders().rows()).isEmpty();
    }

    @Test
    void anOrderThatIsUnderWayIsNeverForgotten() {
        Till till = Till.selling().given(place("o1", "h1")).at(NIGHT_FORGOTTEN);
        till.sweep();

        assertThat(till.order("o1").state()).isEqualTo(Order.State.PLACED);
    }

    @Test
    void moneyThatComesForAnOrderThatIsRememberedStillGoesBack() {
        Till till = Till.selling().given(place("o1", "h1"), accept("o1"), report("o1", Status.DECLINED));
        till.given(report("o1", Status.VOIDED))
                .at(OPENING.plus(OrderTimes.REMEMBERED).minusMillis(1));

        assertThat(till.when(report("o1", Status.CAPTURED)).errands())
                .contains(new Errand.RefundPayment("o1", "p-o1", "o1-stray-p-o1", TWO_SEATS, "KRW", 1));
    }

    @Test
    void moneyThatComesForAnOrderThatIsForgottenIsPutAside() {
        Till till = Till.selling().given(place("o1", "h1"), accept("o1"), report("o1", Status.DECLINED));
        till.given(report("o1", Status.VOIDED)).at(OPENING.plus(OrderTimes.REMEMBERED));

        assertThat(till.when(report("o1", Status.CAPTURED)).aside()).isNotNull();
    }

    private static CancelOrder cancel() {
        return new CancelOrder("o1", "ann", List.of(), false);
    }
}
