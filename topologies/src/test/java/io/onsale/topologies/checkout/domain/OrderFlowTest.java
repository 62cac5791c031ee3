package io.onsale.topologies.checkout.domain;

import static io.onsale.topologies.checkout.domain.Bookings.FEE;
import static io.onsale.topologies.checkout.domain.Bookings.HOLD;
import static io.onsale.topologies.checkout.domain.Bookings.OPENING;
import static io.onsale.topologies.checkout.domain.Bookings.PRICE;
import static io.onsale.topologies.checkout.domain.Bookings.TWO_SEATS;
import static io.onsale.topologies.checkout.domain.Bookings.accept;
import static io.onsale.topologies.checkout.domain.Bookings.place;
import static io.onsale.topologies.checkout.domain.Bookings.report;
import static io.onsale.topologies.checkout.domain.Bookings.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptHold;
import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptSeats;
import io.onsale.topologies.checkout.domain.CheckoutCommand.RejectHold;
import io.onsale.topologies.checkout.domain.CheckoutCommand.RejectSeats;
import io.onsale.topologies.checkout.domain.CheckoutCommand.WakeOrder;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderConfirmed;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderPlaced;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderPriced;
import io.onsale.topologies.checkout.domain.CheckoutEvent.PaymentAuthorised;
import io.onsale.topologies.checkout.domain.CheckoutEvent.SeatsSecured;
import io.onsale.topologies.checkout.domain.Order.State;
import io.onsale.topologies.checkout.domain.PaymentReport.Status;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An order by card from its hold to its tickets. */
class OrderFlowTest {

    private final Till till = Till.selling();

    @Test
    void anOrderClaimsItsHold() {
        // When
        var outcome = till.when(place("o1", "h1"));

        // Then
        assertThat(outcome.answer()).isEqualTo(outcome.happened().getFirst());
        assertThat(outcome.events()).singleElement().isInstanceOf(OrderPlaced.class);
        assertThat(outcome.errands()).containsExactly(new Errand.ClaimHold("o1", "h1", "ann"));
    }

    @Test
    void locksThePriceAndHasTheMoneyPromisedOnceItHasSeenItsHold() {
        till.given(place("o1", "h1"));

        var outcome = till.when(accept("o1"));

        assertThat(outcome.events()).singleElement().isInstanceOfSatisfying(OrderPriced.class, priced -> {
            assertThat(priced.priced().receipt().total()).isEqualTo(TWO_SEATS);
            assertThat(priced.priced().receipt().fees()).isEqualTo(2 * FEE);
            assertThat(priced.priced().receipt().lines())
                    .extracting(ReceiptLine::ticketId)
                    .containsExactly("o1-1", "o1-2");
            assertThat(priced.priced().payUntil()).isEqualTo(OPENING.plus(HOLD));
        });
        assertThat(outcome.errands())
                .containsExactly(new Errand.AuthorisePayment(
                        "o1", TWO_SEATS, "KRW", PaymentMethod.CARD, sealed("token"), OPENING.plus(HOLD)));
        assertThat(outcome.answer()).isNull();
    }

    @Test
    void forgetsSecretsOnceTheyAreUsed() {
        till.given(place("o1", "h1"));
        assertThat(till.order("o1").secrets().paymentToken()).isNotNull();

        till.given(accept("o1"));
        assertThat(till.order("o1").secrets())
                .as("the gateway may not have had it yet")
                .isEqualTo(new Secrets(null, sealed("token")));

        till.given(report("o1", Status.AUTHORISED));
        assertThat(till.order("o1").secrets()).isEqualTo(Secrets.NONE);
    }

    @Test
    void comesToOwnItsSeatsOnlyOnceTheMoneyIsPromised() {
        till.given(place("o1", "h1"), accept("o1"));

        var outcome = till.when(report("o1", Status.AUTHORISED));

        assertThat(outcome.events()).containsExactly(new PaymentAuthorised("o1", "p-o1", TWO_SEATS));
        assertThat(outcome.errands()).containsExactly(new Errand.ConfirmSeats("o1", "h1", "ann"));
    }

    @Test
    void takesTheMoneyOnceItOwnsItsSeats() {
        till.given(place("o1", "h1"), accept("o1"), report("o1", Status.AUTHORISED));

        var outcome = till.when(new AcceptSeats("o1"));

        assertThat(outcome.events()).containsExactly(new SeatsSecured("o1"));
        assertThat(outcome.errands()).containsExactly(new Errand.CapturePayment("o1", "p-o1", TWO_SEATS, "KRW"));
    }

    @Test
    void hasTicketsOnceTheMoneyIsTaken() {
        till.given(place("o1", "h1"), accept("o1"), report("o1", Status.AUTHORISED), new AcceptSeats("o1"));

        var outcome = till.when(report("o1", Status.CAPTURED));

        assertThat(outcome.events()).singleElement().isInstanceOfSatisfying(OrderConfirmed.class, confirmed -> {
            assertThat(confirmed.captured()).isEqualTo(TWO_SEATS);
            assertThat(confirmed.bookingNumber()).isEqualTo("BOOK-h1");
            assertThat(confirmed.receipt().lines())
                    .extracting(ReceiptLine::price)
                    .containsExactly(PRICE, PRICE);
        });
        assertThat(outcome.errands()).isEmpty();
    }

    @Test
    void whatIsSaidTwiceChangesNothing() {
        till.given(place("o1", "h1"), accept("o1"));
        assertThat(till.when(accept("o1")).events()).isEmpty();
        till.when(report("o1", Status.AUTHORISED));
        assertThat(till.when(report("o1", Status.AUTHORISED)).events()).isEmpty();
        assertThat(till.when(accept("o1")).events()).isEmpty();
        till.when(new AcceptSeats("o1"));
        assertThat(till.when(new AcceptSeats("o1")).events()).isEmpty();
        till.when(report("o1", Status.CAPTURED));

        for (Status late : Status.values()) {
            assertThat(till.when(report("o1", late)).events()).as("%s", late).isEmpty();
        }
        assertThat(till.when(new AcceptSeats("o1")).events()).isEmpty();
        assertThat(till.when(new RejectSeats("o1", Refusal.of("late", ""))).events())
                .isEmpty();
        assertThat(till.when(new RejectHold("o1", Refusal.of("late", ""))).events())
                .isEmpty();
        assertThat(till.order("o1").state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void hasNoDeadlineOnceTheMoneyIsPromised() {
        till.given(place("o1", "h1"), accept("o1"), report("o1", Status.AUTHORISED))
                .later(Duration.ofDays(1));

        assertThat(till.when(new WakeOrder("o1")).dueEvents()).containsExactly(new CheckoutEvent.AskedAgain("o1", 1));
        assertThat(till.when(new AcceptSeats("o1")).events()).containsExactly(new SeatsSecured("o1"));
    }

    @Test
    void whatCostsNothingIsConfirmedWithItsSeats() {
        till.given(place("o1", Bookings.booking("h1", PaymentMethod.CARD, null, Bookings.claim("all", "A-1-1"))));

        var priced = till.when(new AcceptHold("o1", withoutFees(Bookings.places("A-1-1"))));
        var secured = till.when(new AcceptSeats("o1"));

        assertThat(priced.errands()).containsExactly(new Errand.ConfirmSeats("o1", "h1", "ann"));
        assertThat(secured.events()).hasSize(2).last().isInstanceOfSatisfying(OrderConfirmed.class, confirmed -> {
            assertThat(confirmed.captured()).isZero();
            assertThat(confirmed.paymentId()).isEqualTo("free");
        });
        assertThat(secured.errands()).isEmpty();
    }

    private static HeldPlaces withoutFees(HeldPlaces places) {
        return new HeldPlaces(
                places.performanceId(), places.seats(), places.areas(), places.currency(), 0, places.expiresAt());
    }
}
