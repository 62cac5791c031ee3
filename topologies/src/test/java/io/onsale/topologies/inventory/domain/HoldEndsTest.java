package io.onsale.topologies.inventory.domain;

import static io.onsale.topologies.inventory.domain.Desk.hold;
import static io.onsale.topologies.inventory.domain.Desk.holdAs;
import static io.onsale.topologies.inventory.domain.Desk.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.kit.domain.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldEndsTest {

    private final Desk desk = Desk.selling(Shows.oneNight()).given(hold("h1", "ann", "A-1-1", "A-1-2"));

    @Test
    void whatADeclinedOrderGaveBackIsNotToldToBeBought() {
        desk.given(hold("h1", "ann", "A-1-1"), Desk.claim("o1", "h1", "ann"), Desk.everythingBack("o1", "h1", "ann"));

        assertThat(desk.when(release("h1", "ann")).refusal())
                .extracting(Refusal::detail)
                .isEqualTo("This reservation has ended: its order gave everything back.");
    }

    @Test
    void aReleasedHoldsSeatsAreOnSaleAgain() {
        var released = desk.when(release("h1", "ann"));

        assertThat(released.events())
                .containsExactly(new InventoryEvent.HoldReleased(
                        "h1", "ann", "n1", Places.ofSeats(List.of("A-1-1", "A-1-2")), null));
        assertThat(desk.when(hold("h2", "ben", "A-1-1", "A-1-2")).refusal()).isNull();
    }

    @Test
    void releasingTwiceIsAnsweredAlikeAndHappensOnce() {
        var first = desk.when(release("h1", "ann"));
        var second = desk.when(release("h1", "ann"));

        assertThat(second.answer()).isEqualTo(first.answer());
        assertThat(second.events()).isEmpty();
    }

    @Test
    void releasingWhatAnOrderHasClaimedNamesTheOrderEachTime() {
        desk.given(Desk.claim("o1", "h1", "ann"));

        var first = desk.when(release("h1", "ann"));

        assertThat(first.events())
                .containsExactly(new InventoryEvent.HoldReleased(
                        "h1", "ann", "n1", Places.ofSeats(List.of("A-1-1", "A-1-2")), "o1"));
        assertThat(desk.when(release("h1", "ann")).answer()).isEqualTo(first.answer());
    }

    @Test
    void releasingTwiceDoesNotFreeWhatSomeoneElseHoldsByThen() {
        desk.given(release("h1", "ann"), hold("h2", "ben", "A-1-1"), release("h1", "ann"));

        assertThat(desk.when(hold("h3", "cat", "A-1-1")).refusal())
                .extracting(Refusal::code)
                .isEqualTo("seat_taken");
    }

    @Test
    void someoneElsesReservationIsNoReservation() {
        var refused = desk.when(release("h1", "ben"));

        assertThat(refused.refusal()).extracting(Refusal::code).isEqualTo("unknown_reservation");
        assertThat(desk.when(hold("h2", "ben", "A-1-1")).refusal()).isNotNull();
    }

    @Test
    void refusesToReleaseWhatNeverWas() {
        assertThat(desk.when(release("h9", "ann")).refusal())
                .extracting(Refusal::code)
                .isEqualTo("unknown_reservation");
    }

    @Test
    void aReservationOfAnotherShowIsNoReservation() {
        assertThat(desk.when("another", release("h1", "ann")).refusal())
                .extracting(Refusal::code)
                .isEqualTo("unknown_reservation");
    }

    @Test
    void refusesToReleaseWhatHasExpired() {
        desk.later(Shows.HOLD);

        assertThat(desk.when(release("h1", "ann")).refusal())
                .extracting(Refusal::code)
                .isEqualTo("reservation_ended");
    }

    @Test
    void forgetsAnEndedReservationAfterADay() {
        desk.given(release("h1", "ann")).later(Hold.REMEMBERED);

        assertThat(desk.when(release("h1", "ann")).refusal())
                .extracting(Refusal::code)
                .isEqualTo("unknown_reservation");
    }

    @Test
    void aHoldLivesUntilItsDeadlineAndNotAtIt() {
        desk.later(Shows.HOLD.minusMillis(1));
        assertThat(desk.when(hold("h2", "ben", "A-1-1")).due()).isEmpty();

        desk.later(Duration.ofMillis(1));
        assertThat(desk.when(hold("h3", "ben", "A-1-1")).due())
                .containsExactly(new InventoryEvent.HoldExpired(
                        "h1", "ann", "n1", Places.ofSeats(List.of("A-1-1", "A-1-2")), Shows.OPENING.plus(Shows.HOLD)));
    }

    @Test
    void noCommandAfterItsDeadlineSeesAHoldHoweverLateTheTimerIs() {
        desk.later(Shows.HOLD);

        var held = desk.when(hold("h2", "ben", "A-1-1"));

        assertThat(held.refusal()).isNull();
        assertThat(held.due()).hasSize(1);
    }

    @Test
    void everythingDueExpiresEarliestFirstAndOnce() {
        desk.later(Duration.ofSeconds(1)).given(hold("h0", "ben", "A-2-1"));
        desk.later(Shows.HOLD);

        var first = desk.when(new InventoryCommand.ExpireHold("h1"));
        var second = desk.when(new InventoryCommand.ExpireHold("h0"));

        assertThat(first.due())
                .extracting(event -> ((InventoryEvent.HoldExpired) event).holdId())
                .containsExactly("h1", "h0");
        assertThat(first.events()).isEmpty();
        assertThat(second.due()).isEmpty();
    }

    @Test
    void moreOverdueHoldsThanFitIntoATransactionEndInParts() {
        desk.given(overdue(2 * InventoryDecider.MOST_AT_ONCE)).later(Shows.HOLD);
        InventoryCommand look = new InventoryCommand.ExpireHold("h1");

        assertThat(desk.when(look).due()).hasSize(InventoryDecider.MOST_AT_ONCE);
        assertThat(desk.when(look).due()).hasSize(InventoryDecider.MOST_AT_ONCE);
        assertThat(desk.when(look).due()).hasSize(1);
        assertThat(desk.when(look).due()).isEmpty();
    }

    @Test
    void noCommandSeesAnOverdueHoldHoweverManyAreOverdue() {
        desk.given(overdue(2 * InventoryDecider.MOST_AT_ONCE)).later(Shows.HOLD);

        var held = desk.when(hold("h2", "ben", "A-1-1"));

        assertThat(held.refusal()).isNull();
        assertThat(held.due()).hasSize(InventoryDecider.MOST_AT_ONCE + 1);
    }

    @Test
    void noOverdueHoldCountsAgainstTheLimitHoweverManyAreOverdue() {
        desk.given(overdue(2 * InventoryDecider.MOST_AT_ONCE)).later(Shows.HOLD);

        assertThat(desk.when(hold("h2", "ann", "A-2-1", "A-2-2", "A-2-3", "A-2-4"))
                        .refusal())
                .isNull();
    }

    @Test
    void noOverdueHoldOfTheSamePersonsOtherIdentityCountsHoweverManyAreOverdue() {
        desk.given(holdAs("h2", "guest", "contact", "A-2-1", "A-2-2", "A-2-3", "A-2-4"))
                .given(overdue(2 * InventoryDecider.MOST_AT_ONCE))
                .later(Shows.HOLD);

        var held = desk.when(holdAs("h3", "account", "contact", "A-1-5", "A-1-6", "A-1-7", "A-1-8"));

        assertThat(held.refusal()).isNull();
        assertThat(held.due()).hasSize(InventoryDecider.MOST_AT_ONCE + 1);
    }

    @Test
    void noOverdueHoldOfTheSamePersonsOtherIdentityCountsWhateverIsWishedFor() {
        desk.given(holdAs("h2", "guest", "contact", "A-2-1", "A-2-2", "A-2-3", "A-2-4"))
                .given(overdue(2 * InventoryDecider.MOST_AT_ONCE))
                .later(Shows.HOLD);

        Wish wish = new Wish.Best("B-East", 3, false, List.of());
        assertThat(desk.when(new InventoryCommand.HoldSeats("h3", "account", null, wish, null, "contact"))
                        .refusal())
                .isNull();
    }

    @Test
    void noOverdueHoldIsReleasedHoweverManyAreOverdue() {
        desk.given(overdue(2 * InventoryDecider.MOST_AT_ONCE)).later(Shows.HOLD);

        assertThat(desk.when(release("h1", "ann")).refusal())
                .extracting(Refusal::code)
                .isEqualTo("reservation_ended");
    }

    /** Holds of other fans on other seats, all due before the first. */
    private static InventoryEvent[] overdue(int holds) {
        return IntStream.range(0, holds)
                .mapToObj(i -> new InventoryEvent.SeatsHeld(
                        "o" + i,
                        "fan" + i,
                        "n1",
                        List.of(new PricedSeat("Z-1-" + i, "Z", "1", i, "R", 1)),
                        List.of(),
                        new Price("KRW", 1, Price.LIST_PRICE, 0, 0),
                        Shows.OPENING.plusMillis(i),
                        null,
                        null))
                .toArray(InventoryEvent[]::new);
    }

    @Test
    void aTimerThatRingsEarlyChangesNothing() {
        var early = desk.when(new InventoryCommand.ExpireHold("h1"));

        assertThat(early.due()).isEmpty();
        assertThat(early.events()).isEmpty();
        assertThat(early.answer()).isNull();
    }

    @Test
    void anExpiredHoldNoLongerCountsAgainstTheLimit() {
        desk.later(Shows.HOLD);

        assertThat(desk.when(hold("h2", "ann", "A-2-1", "A-2-2", "A-2-3", "A-2-4"))
                        .refusal())
                .isNull();
    }

    @Test
    void holdsOfAClosedShowStillEnd() {
        desk.given(new InventoryCommand.CloseShow());
        assertThat(desk.when(release("h1", "ann")).refusal()).isNull();
    }

    @Test
    void tellsTheTimerTheEarliestDueHoldOfEachShow() {
        desk.later(Duration.ofSeconds(1)).given(hold("h2", "ben", "A-2-1"));

        assertThat(desk.books().earliestDue(Shows.OPENING.plus(Shows.HOLD).minusMillis(1)))
                .isEmpty();
        assertThat(desk.books().earliestDue(Shows.OPENING.plus(Shows.HOLD).plusSeconds(1)))
                .isEqualTo(Map.of(Desk.EVENT, "h1"));
    }

    @Test
    void onceAHoldHasEndedNoTimerIsNeededForIt() {
        desk.given(release("h1", "ann"));

        assertThat(desk.books().earliestDue(Shows.OPENING.plus(Duration.ofDays(1))))
                .isEmpty();
    }
}
