package io.onsale.topologies.checkout.domain;

import static io.onsale.topologies.checkout.domain.Bookings.HOLD;
import static io.onsale.topologies.checkout.domain.Bookings.OPENING;
import static io.onsale.topologies.checkout.domain.Bookings.TWO_SEATS;
import static io.onsale.topologies.checkout.domain.Bookings.accept;
import static io.onsale.topologies.checkout.domain.Bookings.booking;
import static io.onsale.topologies.checkout.domain.Bookings.place;
import static io.onsale.topologies.checkout.domain.Bookings.read;
import static io.onsale.topologies.checkout.domain.Bookings.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptSeats;
import io.onsale.topologies.checkout.domain.CheckoutCommand.SellShow;
import io.onsale.topologies.checkout.domain.CheckoutCommand.WakeOrder;
import io.onsale.topologies.checkout.domain.CheckoutEvent.AskedAgain;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderEnded;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderProlonged;
import io.onsale.topologies.checkout.domain.PaymentReport.Status;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody pays for a performance that has begun, however short the notice of its new date. */
class MovedTransfersTest {

    private static final Instant SOON = OPENING.plus(Duration.ofHours(2));

    private final Till till = Till.selling();

    @Test
    void aMoveBringsForwardUntilWhenTransfersHaveToCome() {
        awaitingDeposit("o1");

        till.given(beginning("n1", SOON));

        assertThat(till.books().earliestDue(till.now())).isEqualTo(Map.of(Till.EVENT, "o1"));
        assertThat(till.when(new WakeOrder("o1")).dueEvents())
                .containsExactly(new OrderProlonged("o1", OPENING.plus(HOLD), SOON));
        assertThat(till.books().earliestDue(till.now())).isEmpty();
        assertThat(till.order("o1").times().deadline()).isEqualTo(SOON);
    }

    @Test
    void whatIsNotPaidWhenItBeginsEndsOnceItsPaymentWasReadAndMoneyThatComesLaterGoesBack() {
        awaitingDeposit("o1");
        till.given(beginning("n1", SOON), new WakeOrder("o1"));

        var asked = till.at(SOON).when(new WakeOrder("o1"));
        assertThat(asked.dueEvents()).containsExactly(new AskedAgain("o1", 1));
        assertThat(asked.errands()).containsExactly(new Errand.CheckPayment("o1", "p-o1"));
        assertThat(till.when(read("o1", Status.AWAITING_DEPOSIT, SOON)).events())
                .singleElement()
                .isInstanceOf(OrderEnded.class);

        assertThat(till.when(report("o1", Status.CAPTURED)).errands())
                .containsExactly(new Errand.RefundPayment("o1", "p-o1", "o1-stray-p-o1", TWO_SEATS, "KRW", 1));
    }

    @Test
    void anOrderThatIsSecuringItsSeatsMeanwhileHasNoLongerEither() {
        till.given(place("o1", booking("h1", PaymentMethod.BANK_TRANSFER, null)), accept("o1"));
        till.given(beginning("n1", SOON), new AcceptSeats("o1"), new WakeOrder("o1"));

        assertThat(till.order("o1").price().payUntil()).isEqualTo(SOON);
    }

    @Test
    void aRestartForgetsNoTransferThatMayComeTooLate() {
        awaitingDeposit("o1");
        till.given(beginning("n1", SOON));

        till.restart();

        assertThat(till.books().earliestDue(till.now())).isEqualTo(Map.of(Till.EVENT, "o1"));
        assertThat(till.when(new WakeOrder("o1")).dueEvents()).singleElement().isInstanceOf(OrderProlonged.class);
    }

    @Test
    void noOtherOrdersTimeIsTouched() {
        awaitingDeposit("o1");
        till.paid("o2", "h2");
        till.given(beginning("n2", SOON));
        assertThat(till.books().earliestDue(till.now())).as("another night").isEmpty();

        till.given(beginning("n1", OPENING.plus(Duration.ofHours(24))));

        assertThat(till.books().earliestDue(till.now()))
                .as("paid, or to be paid before it begins")
                .isEmpty();
    }

    private void awaitingDeposit(String order) {
        till.given(
                place(order, booking("h1", PaymentMethod.BANK_TRANSFER, null)),
                accept(order),
                new AcceptSeats(order),
                report(order, Status.AWAITING_DEPOSIT));
    }

    private static SellShow beginning(String performance, Instant at) {
        ShowDefinition show = Bookings.show();
        return new SellShow(new ShowDefinition(
                show.billing(),
                show.terms(),
                show.conditions(),
                show.performances().stream()
                        .map(night -> night.id().equals(performance) ? night.at(at) : night)
                        .toList(),
                show.sections()));
    }
}
