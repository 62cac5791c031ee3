package io.onsale.topologies.checkout.domain;

import static io.onsale.topologies.checkout.domain.Bookings.accept;
import static io.onsale.topologies.checkout.domain.Bookings.booking;
import static io.onsale.topologies.checkout.domain.Bookings.claim;
import static io.onsale.topologies.checkout.domain.Bookings.coupon;
import static io.onsale.topologies.checkout.domain.Bookings.place;
import static io.onsale.topologies.checkout.domain.Bookings.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.checkout.domain.CheckoutCommand.DefineCoupon;
import io.onsale.topologies.checkout.domain.CheckoutCommand.PlaceOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.SellShow;
import io.onsale.topologies.checkout.domain.CheckoutCommand.WakeOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.WithdrawCoupon;
import io.onsale.topologies.checkout.domain.CheckoutEvent.CheckoutRefused;
import io.onsale.topologies.checkout.domain.CheckoutEvent.CouponDefined;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderPlaced;
import io.onsale.topologies.checkout.domain.CheckoutEvent.TermsChanged;
import io.onsale.topologies.checkout.domain.PaymentReport.Status;
import io.onsale.topologies.show.domain.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may place an order, and who may use which coupon. */
class PlacingTest {

    private final Till till = Till.selling();

    @Test
    void refusesAnOrderForAnEventThatIsNotOnSaleAndWritesNothingDown() {
        var outcome = new Till().when(place("o1", "h1"));

        assertThat(outcome.refusal()).isEqualTo("unknown_event");
        assertThat(outcome.events()).isEmpty();
    }

    @Test
    void aConcessionForPlacesThatAreNotHeldLeavesTheHoldToItsFan() {
        var mistyped = booking("h1", PaymentMethod.CARD, "TEN", claim("youth", "A-1-9"));
        till.given(new DefineCoupon("organizer", coupon("TEN", 10, 0)), place("o1", mistyped));

        var outcome = till.when(accept("o1"));

        assertThat(outcome.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        CheckoutEvent.OrderEnded.class,
                        ended -> assertThat(ended.why()).isEqualTo(OrderEnd.NOT_ELIGIBLE));
        assertThat(outcome.errands()).containsExactly(new Errand.UnclaimHold("o1", "h1", "ann"));
        var corrected = booking("h1", PaymentMethod.CARD, "TEN", claim("youth", "A-1-1"));
        till.given(place("o2", corrected));
        assertThat(till.when(accept("o2")).errands()).singleElement().isInstanceOf(Errand.AuthorisePayment.class);
    }

    @Test
    void refusesASecondOrderOfAHoldThatTheFirstHasOrHasLost() {
        till.given(place("o1", "h1"), accept("o1"), report("o1", Status.AUTHORISED));
        assertThat(till.when(place("o2", "h1")).refusal()).isEqualTo("reservation_in_use");
        till.given(new CheckoutCommand.RejectSeats(
                "o1", io.onsale.topologies.kit.domain.Refusal.of("reservation_ended", "")));

        var outcome = till.when(place("o2", "h1"));

        assertThat(outcome.refusal()).isEqualTo("reservation_in_use");
        assertThat(outcome.events()).singleElement().isInstanceOf(CheckoutRefused.class);
        assertThat(outcome.errands()).isEmpty();
        assertThat(till.when(place("o1", "h2")).refusal()).isEqualTo("reservation_in_use");
    }

    @Test
    void refusesPeopleWhoseIdentityIsNotVerifiedWhereTheEventAsksForIt() {
        Till strict = Till.selling(Bookings.show(new Conditions(true, false, Bookings.POLICY, List.of())));
        PlaceOrder verified = new PlaceOrder("o2", booking("h1", PaymentMethod.CARD, null), Secrets.NONE, true);

        assertThat(strict.when(place("o1", "h1")).refusal()).isEqualTo("identity_required");
        assertThat(strict.when(verified).events()).singleElement().isInstanceOf(OrderPlaced.class);
    }

    @Test
    void refusesAnOrderThatIsToBeConfirmedByACodeWhichCanGoNowhere() {
        Till strict = Till.selling(Bookings.showConfirmedByCode());
        PlaceOrder nowhere = new PlaceOrder("o1", booking("h1", PaymentMethod.CARD, null), Secrets.NONE, false);

        assertThat(strict.when(nowhere).refusal()).isEqualTo("contact_required");
    }

    @Test
    void refusesAConcessionThatThereIsNot() {
        var outcome = till.when(place("o1", booking("h1", PaymentMethod.CARD, null, claim("royalty", "A-1-1"))));

        assertThat(outcome.refusal()).isEqualTo("unknown_concession");
    }

    @Test
    void aCouponIsForItsEventItsTimeAndItsUses() {
        Coupon coupon = coupon("TEN", 10, 0);
        till.given(new DefineCoupon("organizer", coupon));

        assertThat(tries("ann", "h1", "NONE")).isEqualTo("unknown_coupon");
        till.at(coupon.validFrom().minusMillis(1));
        assertThat(tries("ann", "h1", "TEN")).isEqualTo("coupon_not_valid");
        till.at(coupon.validUntil());
        assertThat(tries("ann", "h1", "TEN")).isEqualTo("coupon_not_valid");
        till.at(coupon.validUntil().minusMillis(1));
        assertThat(tries("ann", "h1", "TEN")).isEmpty();
        assertThat(tries("ann", "h2", "TEN")).as("once for each fan").isEqualTo("coupon_used_up");
        assertThat(tries("ben", "h2", "TEN")).isEmpty();
        assertThat(tries("cat", "h3", "TEN")).as("twice in all").isEqualTo("coupon_used_up");
    }

    @Test
    void saysWhetherTheFanOrEverybodyHasUsedACouponUp() {
        till.given(new DefineCoupon("organizer", coupon("TEN", 10, 0)));
        tries("ann", "h1", "TEN");

        assertThat(till.when(place("o-h2", booking("ann", "h2", PaymentMethod.CARD, "TEN")))
                        .detail())
                .isEqualTo("You have used this coupon as often as one person may.");
        tries("ben", "h2", "TEN");
        assertThat(till.when(place("o-h3", booking("ann", "h3", PaymentMethod.CARD, "TEN")))
                        .detail())
                .isEqualTo("This coupon has been used as often as it may be.");
    }

    @Test
    void refusesACouponThatIsOverBeforeItIsDefinedButNotTheSameOneTwice() {
        Coupon coupon = coupon("TEN", 10, 0);
        DefineCoupon define = new DefineCoupon("organizer", coupon);
        till.at(coupon.validUntil());
        assertThat(till.when(define).detail()).isEqualTo("valid_until has to be an instant to come.");

        till.at(coupon.validUntil().minusMillis(1)).given(define);
        till.at(coupon.validUntil());

        assertThat(till.when(define).refusal()).isEmpty();
        till.given(new WithdrawCoupon("organizer", "TEN"));
        assertThat(till.when(define).refusal()).isEqualTo("invalid_coupon");
    }

    @Test
    void usesOfACouponAreCountedByContactWhoeverTheFanIs() {
        till.given(new DefineCoupon("organizer", coupon("TEN", 10, 0)));

        assertThat(till.when(place("o1", known("guest", "h1"))).refusal()).isEmpty();
        assertThat(till.when(place("o2", known("account", "h2"))).refusal()).isEqualTo("coupon_used_up");
    }

    private static Booking known(String fan, String hold) {
        return known(fan, "contact", hold);
    }

    private static Booking known(String fan, String contact, String hold) {
        return new Booking("BOOK-" + hold, hold, fan, contact, "identity", PaymentMethod.CARD, "TEN", null, List.of());
    }

    @Test
    void usesOfACouponAreCountedByIdentityWhereTicketsAre() {
        DefineCoupon define = new DefineCoupon("organizer", coupon("TEN", 10, 0));
        Till strict = Till.selling(Bookings.show(new Conditions(true, false, Bookings.POLICY, List.of())));
        strict.given(define);
        till.given(define);

        assertThat(strict.when(verified("o1", known("ann", "one", "h1"))).refusal())
                .isEmpty();
        assertThat(strict.when(verified("o2", known("ben", "two", "h2"))).refusal())
                .isEqualTo("coupon_used_up");
        assertThat(till.when(verified("o1", known("ann", "one", "h1"))).refusal())
                .isEmpty();
        assertThat(till.when(verified("o2", known("ben", "two", "h2"))).refusal())
                .as("where the event does not ask who they are, two contacts are two people")
                .isEmpty();
    }

    private static PlaceOrder verified(String order, Booking booking) {
        return new PlaceOrder(order, booking, Secrets.NONE, true);
    }

    @Test
    void aUseComesBackWhenItsOrderEnds() {
        till.given(new DefineCoupon("organizer", coupon("TEN", 10, 0)));
        till.given(place("o1", booking("h1", PaymentMethod.CARD, "TEN")), accept("o1"));
        assertThat(tries("ann", "h2", "TEN")).isEqualTo("coupon_used_up");

        till.later(Bookings.HOLD).when(new WakeOrder("o1"));

        assertThat(tries("ann", "h2", "TEN")).isEmpty();
    }

    @Test
    void aCouponIsCombinedWithConcessionsOnlyWhereItMayBe() {
        Coupon alone = new Coupon("ALONE", 10, 0, 9, 9, Instant.MIN, Instant.MAX, false);
        till.given(new DefineCoupon("organizer", alone));

        var outcome = till.when(place("o1", booking("h1", PaymentMethod.CARD, "ALONE", claim("youth", "A-1-1"))));

        assertThat(outcome.refusal()).isEqualTo("not_combinable");
    }

    @Test
    void aCouponIsTheSameHoweverItIsTyped() {
        till.given(new DefineCoupon("organizer", coupon("Ten", 10, 0)));

        till.given(place("o1", booking("ann", "h1", PaymentMethod.CARD, " tEN ")), accept("o1"));

        assertThat(till.order("o1").booking().coupon()).isEqualTo("Ten");
        assertThat(till.order("o1").price().receipt().coupon()).isEqualTo("Ten");
        assertThat(tries("ann", "h2", "TEN")).as("once for each fan").isEqualTo("coupon_used_up");
        assertThat(tries("ben", "h2", "ten")).isEmpty();
        till.restart();
        assertThat(tries("cat", "h3", "Ten")).as("twice in all").isEqualTo("coupon_used_up");
        assertThat(tries("cat", "h3", "tEn")).isEqualTo("coupon_used_up");
    }

    @Test
    void codesThatDifferOnlyInCaseAreOne() {
        till.given(new DefineCoupon("organizer", coupon(" Ten ", 10, 0)));

        assertThat(defines("organizer", coupon("TEN", 20, 0))).isEqualTo("coupon_exists");
        assertThat(till.when(new DefineCoupon("organizer", coupon("tEN", 10, 0)))
                        .answer())
                .as("the same coupon again")
                .isEqualTo(Happening.of(new CouponDefined(coupon("Ten", 10, 0))));
    }

    @Test
    void codesThatWereTwoWhenCaseMadeADifferenceStayTwo() {
        for (String code : List.of("ten", "TEN")) {
            till.books().apply(Till.EVENT, Happening.of(new CouponDefined(coupon(code, 10, 0))), Bookings.OPENING);
        }

        till.given(place("o1", booking("ann", "h1", PaymentMethod.CARD, "ten")));
        till.given(place("o2", booking("ann", "h2", PaymentMethod.CARD, "TEN")));
        assertThat(till.order("o1").booking().coupon()).isEqualTo("ten");
        assertThat(till.order("o2").booking().coupon()).isEqualTo("TEN");
        assertThat(tries("ann", "h3", "Ten")).as("one of the two").isEqualTo("coupon_used_up");
    }

    @Test
    void acceptsACouponOnceAndAnsweringAgainChangesNothing() {
        DefineCoupon define = new DefineCoupon("organizer", coupon("TEN", 10, 0));

        assertThat(till.when(define).events()).containsExactly(new CouponDefined(define.coupon()));
        var again = till.when(define);

        assertThat(again.events()).isEmpty();
        assertThat(again.answer()).isEqualTo(Happening.of(new CouponDefined(define.coupon())));
        assertThat(till.when(new DefineCoupon("organizer", coupon("TEN", 20, 0)))
                        .refusal())
                .isEqualTo("coupon_exists");
    }

    @Test
    void refusesWhatIsNoCouponOrSomebodyElses() {
        assertThat(defines("another", coupon("TEN", 10, 0))).isEqualTo("not_your_event");
        for (Coupon wrong : List.of(
                coupon("", 10, 0),
                coupon("a b", 10, 0),
                coupon("A".repeat(33), 10, 0), // which no order could name
                coupon("A", 0, 0),
                coupon("A", 10, 10),
                coupon("A", -1, 0),
                coupon("A", 101, 0),
                coupon("A", 0, -1),
                coupon("A", 0, Long.MAX_VALUE),
                new Coupon("A", 10, 0, 0, 1, Instant.MIN, Instant.MAX, true),
                new Coupon("A", 10, 0, 1, 0, Instant.MIN, Instant.MAX, true),
                new Coupon("A", 10, 0, 1, 1, Instant.MAX, Instant.MAX, true))) {
            assertThat(defines("organizer", wrong)).as("%s", wrong).isEqualTo("invalid_coupon");
        }
        assertThat(new Till()
                        .when(new DefineCoupon("organizer", coupon("TEN", 10, 0)))
                        .refusal())
                .isEqualTo("unknown_event");
    }

    @Test
    void toldTheSameTermsAgainNothingHappens() {
        assertThat(till.when(new SellShow(Bookings.show())).events()).isEmpty();
        assertThat(till.when(new SellShow(Bookings.showConfirmedByCode())).events())
                .containsExactly(new TermsChanged(Bookings.showConfirmedByCode()));
    }

    @Test
    void newTermsChangeNoOrderThatWasPlacedBefore() {
        till.given(place("o1", "h1"), new SellShow(Bookings.showConfirmedByCode()));
        till.later(Duration.ofSeconds(1));

        assertThat(till.when(accept("o1")).errands()).singleElement().isInstanceOf(Errand.AuthorisePayment.class);
    }

    private String tries(String fan, String hold, String coupon) {
        String order = "o-" + hold;
        return till.when(place(order, booking(fan, hold, PaymentMethod.CARD, coupon)))
                .refusal();
    }

    private String defines(String organizer, Coupon coupon) {
        return till.when(new DefineCoupon(organizer, coupon)).refusal();
    }
}
