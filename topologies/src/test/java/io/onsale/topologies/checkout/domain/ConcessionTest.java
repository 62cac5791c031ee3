package io.onsale.topologies.checkout.domain;

import static io.onsale.topologies.checkout.domain.Bookings.OPENING;
import static io.onsale.topologies.checkout.domain.Bookings.accept;
import static io.onsale.topologies.checkout.domain.Bookings.booking;
import static io.onsale.topologies.checkout.domain.Bookings.claim;
import static io.onsale.topologies.checkout.domain.Bookings.place;
import static io.onsale.topologies.checkout.domain.Bookings.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptSeats;
import io.onsale.topologies.checkout.domain.CheckoutCommand.CancelOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.RejectHold;
import io.onsale.topologies.checkout.domain.CheckoutCommand.WakeOrder;
import io.onsale.topologies.checkout.domain.PaymentReport.Status;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.Concession;
import io.onsale.topologies.show.domain.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Until when, for how many tickets and where there is a reduced price. */
class ConcessionTest {

    private static final Instant END = OPENING.plus(Duration.ofDays(1));
    private static final Concession EARLY = new Concession("early", "Early bird", 20, "", END, 3, List.of());
    private static final Concession BACK = new Concession("back", "At the back", 50, "", null, null, List.of("Z"));

    private final Till till =
            Till.selling(Bookings.show(new Conditions(false, false, Bookings.POLICY, List.of(EARLY, BACK))));

    @Test
    void anEarlyBirdEndsAtItsInstant() {
        till.at(END.minusMillis(1));
        assertThat(tries("h1", claim("early", "A-1-1"))).isEmpty();
        till.at(END);

        var late = till.when(place("o-h2", booking("h2", PaymentMethod.CARD, null, claim("early", "A-1-1"))));

        assertThat(late.refusal()).isEqualTo("concession_over");
        assertThat(tries("h3", claim("back", "A-1-1"))).as("others go on").isEmpty();
    }

    @Test
    void whoOrderedInTimeHasThePriceThoughItIsMadeLater() {
        till.at(END.minusMillis(1)).given(order("h1", claim("early", "A-1-1")));

        till.at(END).given(accept("o-h1"));

        assertThat(till.order("o-h1").price().receipt().lines().getFirst().concession())
                .isEqualTo("early");
    }

    @Test
    void isForNoMoreTicketsThanItsQuotaWhoeverClaimsThem() {
        assertThat(tries("h1", claim("early", "A-1-1", "A-1-2"))).isEmpty();
        assertThat(tries("h2", claim("early", "A-1-3", "A-1-4"))).isEqualTo("concession_used_up");
        assertThat(tries("h3", claim("early", "A-1-3"), new ConcessionClaim("early", List.of(), "Floor", 1)))
                .as("several claims of one order are counted together")
                .isEqualTo("concession_used_up");
        assertThat(tries("h4", claim("early", "A-1-3"))).isEmpty();
        assertThat(tries("h5", claim("early", "A-1-4"))).isEqualTo("concession_used_up");
    }

    @Test
    void ticketsComeBackWhenTheirOrderEndsForWhateverReason() {
        till.given(order("h1", claim("early", "A-1-1", "A-1-2")), accept("o-h1"));
        till.given(order("h2", claim("early", "A-1-9")));
        assertThat(tries("h3", claim("early", "A-1-3"))).isEqualTo("concession_used_up");

        till.given(accept("o-h2")); // for a place that it does not hold
        assertThat(tries("h4", claim("early", "A-1-3"))).isEmpty();
        till.later(Bookings.HOLD).given(new WakeOrder("o-h1"));

        assertThat(tries("h5", claim("early", "A-1-1", "A-1-2"))).isEmpty();
    }

    @Test
    void ticketsComeBackAtOnceWhenTheirHoldIsGivenBack() {
        till.given(order("h1", claim("early", "A-1-1", "A-1-2")), accept("o-h1"));
        assertThat(tries("h2", claim("early", "A-1-3", "A-1-4"))).isEqualTo("concession_used_up");

        till.given(new RejectHold("o-h1", Refusal.of("reservation_ended", "It was given back.")));

        assertThat(tries("h3", claim("early", "A-1-3", "A-1-4"))).isEmpty();
    }

    @Test
    void ticketsComeBackWhenTheyAreCancelledEachForItself() {
        till.given(order("h1", claim("early", "A-1-1", "A-1-2")), accept("o-h1"));
        long total = till.order("o-h1").price().receipt().total();
        till.given(
                report("o-h1", "p", Status.AUTHORISED, total),
                new AcceptSeats("o-h1"),
                report("o-h1", "p", Status.CAPTURED, total));

        till.given(new CancelOrder("o-h1", "ann", List.of("o-h1-1"), false));

        assertThat(tries("h2", claim("early", "A-1-3", "A-1-4", "A-1-5"))).isEqualTo("concession_used_up");
        assertThat(tries("h3", claim("early", "A-1-3", "A-1-4"))).isEmpty();
    }

    @Test
    void anOrderForASectionThatItIsNotForComesToNothingAndLeavesItsHold() {
        var outcome = till.given(order("h1", claim("back", "A-1-1"))).when(accept("o-h1"));

        assertThat(outcome.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        CheckoutEvent.OrderEnded.class,
                        ended -> assertThat(ended.why()).isEqualTo(OrderEnd.NOT_ELIGIBLE));
        assertThat(outcome.errands()).containsExactly(new Errand.UnclaimHold("o-h1", "h1", "ann"));
    }

    @Test
    void whatClaimsNonsenseTakesNothingFromOthers() {
        till.given(order("h1", new ConcessionClaim("early", List.of(), "Floor", -5)));

        assertThat(tries("h2", claim("early", "A-1-1", "A-1-2", "A-1-3"))).isEmpty();
        assertThat(tries("h3", claim("early", "A-1-4"))).isEqualTo("concession_used_up");
    }

    private static CheckoutCommand order(String hold, ConcessionClaim... claims) {
        return place("o-" + hold, booking(hold, PaymentMethod.CARD, null, claims));
    }

    private String tries(String hold, ConcessionClaim... claims) {
        return till.when(order(hold, claims)).refusal();
    }
}
