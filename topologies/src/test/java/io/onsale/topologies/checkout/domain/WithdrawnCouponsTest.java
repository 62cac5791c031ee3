package io.onsale.topologies.checkout.domain;

import static io.onsale.topologies.checkout.domain.Bookings.PRICE;
import static io.onsale.topologies.checkout.domain.Bookings.accept;
import static io.onsale.topologies.checkout.domain.Bookings.booking;
import static io.onsale.topologies.checkout.domain.Bookings.coupon;
import static io.onsale.topologies.checkout.domain.Bookings.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.checkout.domain.CheckoutCommand.DefineCoupon;
import io.onsale.topologies.checkout.domain.CheckoutCommand.WithdrawCoupon;
import io.onsale.topologies.checkout.domain.CheckoutEvent.CouponDefined;
import io.onsale.topologies.checkout.domain.CheckoutEvent.CouponWithdrawn;
import org.junit.jupiter.api.Test;

/** What becomes of a coupon that its organizer takes back. */
class WithdrawnCouponsTest {

    private static final WithdrawCoupon WITHDRAW = new WithdrawCoupon("organizer", "TEN");

    private final Till till = Till.selling().given(new DefineCoupon("organizer", coupon("TEN", 10, 0)));

    @Test
    void refusesNewOrdersOnceItIsWithdrawn() {
        assertThat(till.when(WITHDRAW).events()).containsExactly(new CouponWithdrawn("TEN"));

        assertThat(till.when(order("ann", "h1")).refusal()).isEqualTo("coupon_withdrawn");
    }

    @Test
    void anOrderThatHasItKeepsItsPriceWhateverItsCodeStandsForMeanwhile() {
        till.given(order("ann", "h1"), order("ben", "h2"), WITHDRAW);
        assertThat(firstPrice("o-h1")).isEqualTo(PRICE - PRICE / 10);

        till.given(new DefineCoupon("organizer", coupon("TEN", 50, 0)));

        assertThat(firstPrice("o-h2")).isEqualTo(PRICE - PRICE / 10);
    }

    @Test
    void definedAgainItIsAcceptedOnItsNewTermsAndItsCodesUsesCountOn() {
        till.given(order("ann", "h1"), WITHDRAW);
        Coupon half = coupon("TEN", 50, 0);

        assertThat(till.when(new DefineCoupon("organizer", half)).events()).containsExactly(new CouponDefined(half));

        assertThat(till.when(order("ann", "h2")).refusal())
                .as("once for each fan, whenever")
                .isEqualTo("coupon_used_up");
        assertThat(till.when(order("ben", "h3")).refusal()).isEmpty();
        assertThat(till.when(order("cat", "h4")).refusal()).as("twice in all").isEqualTo("coupon_used_up");
        assertThat(firstPrice("o-h3")).isEqualTo(PRICE - PRICE / 2);
    }

    @Test
    void definedAgainInAnotherSpellingItsCodeAndItsUsesAreTheOldOnes() {
        till.given(order("ann", "h1"), new WithdrawCoupon("organizer", "ten"));

        assertThat(till.when(new DefineCoupon("organizer", coupon("Ten", 50, 0)))
                        .events())
                .containsExactly(new CouponDefined(coupon("TEN", 50, 0)));

        assertThat(till.when(order("ann", "h2")).refusal()).isEqualTo("coupon_used_up");
    }

    @Test
    void definedAgainAsItWasItIsAcceptedAgain() {
        till.given(WITHDRAW);
        DefineCoupon again = new DefineCoupon("organizer", coupon("TEN", 10, 0));

        assertThat(till.when(again).events()).containsExactly(new CouponDefined(again.coupon()));
        assertThat(till.when(order("ann", "h1")).refusal()).isEmpty();
    }

    @Test
    void anEndedOrderGivesItsUseBackToAWithdrawnCodeToo() {
        till.given(order("ann", "h1"), accept("o-h1"), WITHDRAW);
        till.later(Bookings.HOLD).given(new CheckoutCommand.WakeOrder("o-h1"));

        till.given(new DefineCoupon("organizer", coupon("TEN", 10, 0)));

        assertThat(till.when(order("ann", "h2")).refusal()).isEmpty();
    }

    @Test
    void withdrawnTwiceItIsWithdrawnOnce() {
        till.given(WITHDRAW);

        var again = till.when(WITHDRAW);

        assertThat(again.events()).isEmpty();
        assertThat(again.answer()).isEqualTo(Happening.of(new CouponWithdrawn("TEN")));
    }

    @Test
    void isForTheEventsOrganizerAndForOperators() {
        assertThat(till.when(new WithdrawCoupon("another", "TEN")).refusal()).isEqualTo("not_your_event");
        assertThat(till.when(new WithdrawCoupon("organizer", "NONE")).refusal()).isEqualTo("unknown_coupon");
        assertThat(new Till().when(WITHDRAW).refusal()).isEqualTo("unknown_event");
        assertThat(till.when(new WithdrawCoupon(null, "TEN")).events()).containsExactly(new CouponWithdrawn("TEN"));
    }

    private static CheckoutCommand order(String fan, String hold) {
        return place("o-" + hold, booking(fan, hold, PaymentMethod.CARD, "TEN"));
    }

    private long firstPrice(String order) {
        till.given(accept(order));
        return till.order(order).price().receipt().lines().getFirst().price();
    }
}
