package io.onsale.topologies.inventory.domain;

import static io.onsale.topologies.inventory.domain.Desk.back;
import static io.onsale.topologies.inventory.domain.Desk.claim;
import static io.onsale.topologies.inventory.domain.Desk.confirm;
import static io.onsale.topologies.inventory.domain.Desk.everythingBack;
import static io.onsale.topologies.inventory.domain.Desk.hold;
import static io.onsale.topologies.inventory.domain.Desk.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.kit.domain.Refusal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From a hold to an order's property, and back. */
class OrderTest {

    private static final Places BOTH = Places.ofSeats(List.of("A-1-1", "B-East-R-1-1"));

    private final Desk desk = Desk.selling(Shows.withFee(1_000)).given(hold("h1", "ann", "A-1-1", "B-East-R-1-1"));

    @Test
    void aHoldCostsItsSeatsAndAFeeForEach() {
        var held = (InventoryEvent.SeatsHeld)
                desk.when(hold("h2", "ann", "A-1-2", "A-1-3")).events().getFirst();

        assertThat(held.price()).isEqualTo(new Price("KRW", 202_000, Price.LIST_PRICE, 1_000, 2_000));
    }

    @Test
    void showsAnOrderItsHoldAtTheLockedPrices() {
        assertThat(desk.when(claim("o1", "h1", "ann")).events())
                .containsExactly(new InventoryEvent.HoldClaimed(
                        "o1",
                        "h1",
                        "ann",
                        new Claim(
                                "n1",
                                List.of(
                                        new PricedSeat("A-1-1", "A", "1", 1, "R", 100_000),
                                        new PricedSeat("B-East-R-1-1", "B-East", "R-1", 1, "R", 70_000)),
                                List.of(),
                                "KRW",
                                1_000,
                                Price.LIST_PRICE,
                                Shows.OPENING.plus(Shows.HOLD))));
    }

    @Test
    void givesAHoldToOneOrderOnly() {
        desk.given(claim("o1", "h1", "ann"));

        assertThat(refusal(desk.when(claim("o2", "h1", "ann")))).isEqualTo("reservation_in_use");
    }

    @Test
    void showsAnOrderItsHoldAgainWhereItAsksAgain() {
        var shown = desk.when(claim("o1", "h1", "ann")).events();

        assertThat(desk.when(claim("o1", "h1", "ann")).events()).isEqualTo(shown);
    }

    @Test
    void showsNobodyAnotherFansHold() {
        assertThat(refusal(desk.when(claim("o1", "h1", "ben")))).isEqualTo("unknown_reservation");
        assertThat(refusal(desk.when(claim("o1", "h9", "ann")))).isEqualTo("unknown_reservation");
        assertThat(refusal(desk.when("e2", claim("o1", "h1", "ann")))).isEqualTo("unknown_reservation");
    }

    @Test
    void aHoldThatEndedIsNobodysToClaim() {
        desk.given(release("h1", "ann"));

        assertThat(refusal(desk.when(claim("o1", "h1", "ann")))).isEqualTo("reservation_ended");
    }

    @Test
    void aClaimedHoldStillExpires() {
        desk.given(claim("o1", "h1", "ann")).later(Shows.HOLD);

        var late = desk.when(confirm("o1", "h1", "ann"));

        assertThat(late.due()).hasSize(1);
        assertThat(refusal(late)).isEqualTo("reservation_ended");
    }

    @Test
    void aClaimedHoldMayStillBeReleased() {
        desk.given(claim("o1", "h1", "ann"), release("h1", "ann"));

        assertThat(refusal(desk.when(confirm("o1", "h1", "ann")))).isEqualTo("reservation_ended");
    }

    @Test
    void makesTheOrderThatClaimedAHoldTheOwner() {
        desk.given(claim("o1", "h1", "ann"));

        assertThat(desk.when(confirm("o1", "h1", "ann")).events())
                .containsExactly(new InventoryEvent.SeatsConfirmed("o1", "h1", "ann", "n1", BOTH));
        assertThat(desk.when(confirm("o1", "h1", "ann")).events())
                .containsExactly(new InventoryEvent.OwnershipRepeated("o1", "h1", "ann"));
    }

    /** An order expires by checkout's clock, while a prolongation that its fan asked for in time still waits for inventory. */
    @Test
    void aHoldThatIsProlongedInTimeOutlivesItsExpiredOrder() {
        desk.given(claim("o1", "h1", "ann")).later(Shows.HOLD.minusSeconds(2));
        desk.given(new InventoryCommand.ExtendHold("h1", "ann")).later(Duration.ofSeconds(6));

        var left = desk.when(new InventoryCommand.UnclaimHold("o1", "h1", "ann"));

        assertThat(left.due()).isEmpty();
        assertThat(left.events()).containsExactly(new InventoryEvent.HoldUnclaimed("o1", "h1", "ann"));
        assertThat(desk.when(claim("o2", "h1", "ann")).events())
                .singleElement()
                .isInstanceOf(InventoryEvent.HoldClaimed.class);
    }

    @Test
    void aHoldThatIsNotProlongedEndsBeforeItsExpiredOrderLeavesIt() {
        desk.given(claim("o1", "h1", "ann")).later(Shows.HOLD);

        var left = desk.when(new InventoryCommand.UnclaimHold("o1", "h1", "ann"));

        assertThat(left.due()).singleElement().isInstanceOf(InventoryEvent.HoldExpired.class);
        assertThat(left.events()).isEmpty();
    }

    @Test
    void aHoldThatItsOrderLeavesIsItsFansAgainUntilItsOldDeadline() {
        desk.given(claim("o1", "h1", "ann")).later(Shows.HOLD.minusMillis(1));

        assertThat(desk.when(new InventoryCommand.UnclaimHold("o1", "h1", "ann"))
                        .events())
                .containsExactly(new InventoryEvent.HoldUnclaimed("o1", "h1", "ann"));
        assertThat(desk.when(new InventoryCommand.UnclaimHold("o1", "h1", "ann"))
                        .events())
                .isEmpty();
        assertThat(refusal(desk.when(confirm("o1", "h1", "ann")))).isEqualTo("reservation_in_use");
        assertThat(desk.when(claim("o2", "h1", "ann")).events())
                .singleElement()
                .isInstanceOf(InventoryEvent.HoldClaimed.class);
        assertThat(fansRefusal(hold("h2", "ann", "A-1-2", "A-1-3", "A-1-4")))
                .as("it counts all the time")
                .isEqualTo("ticket_limit");
        desk.later(Duration.ofMillis(1));
        assertThat(refusal(desk.when(confirm("o2", "h1", "ann")))).isEqualTo("reservation_ended");
    }

    @Test
    void leavesNothingThatIsOwnedOrAnothers() {
        owned();

        assertThat(desk.when(new InventoryCommand.UnclaimHold("o1", "h1", "ann"))
                        .events())
                .isEmpty();
        desk.given(hold("h2", "ben", "A-1-5"), claim("o2", "h2", "ben"));
        assertThat(desk.when(new InventoryCommand.UnclaimHold("o9", "h2", "ben"))
                        .events())
                .isEmpty();
    }

    @Test
    void anOrderLearnsThatItsHoldIsProlonged() {
        desk.given(claim("o1", "h1", "ann"));

        assertThat(desk.when(new InventoryCommand.ExtendHold("h1", "ann")).events())
                .containsExactly(new InventoryEvent.HoldExtended(
                        "h1", "ann", Shows.OPENING.plus(Shows.HOLD).plus(Shows.HOLD), "o1"));
    }

    @Test
    void noOtherOrderBecomesTheOwner() {
        assertThat(refusal(desk.when(confirm("o1", "h1", "ann")))).isEqualTo("reservation_in_use");
        desk.given(claim("o1", "h1", "ann"));
        assertThat(refusal(desk.when(confirm("o2", "h1", "ann")))).isEqualTo("reservation_in_use");
        assertThat(refusal(desk.when(confirm("o1", "h1", "ben")))).isEqualTo("unknown_reservation");
        assertThat(refusal(desk.when(confirm("o1", "h9", "ann")))).isEqualTo("unknown_reservation");
    }

    @Test
    void whatIsOwnedNeverExpiresAndIsNobodyElses() {
        owned();

        desk.later(Duration.ofDays(20));

        assertThat(fansRefusal(hold("h2", "ben", "A-1-1"))).isEqualTo("seat_taken");
        assertThat(fansRefusal(release("h1", "ann"))).isEqualTo("reservation_ended");
        assertThat(refusal(desk.when(claim("o2", "h1", "ann")))).isEqualTo("reservation_in_use");
    }

    @Test
    void whatIsOwnedCountsAgainstTheLimit() {
        owned();

        assertThat(fansRefusal(hold("h2", "ann", "A-1-2", "A-1-3", "A-1-4"))).isEqualTo("ticket_limit");
        assertThat(fansRefusal(hold("h3", "ann", "A-1-2", "A-1-3"))).isNull();
    }

    @Test
    void anOrderGivesBackSomeOfItsSeats() {
        owned();

        assertThat(desk.when(back("o1", "h1", "ann", "A-1-1")).events())
                .containsExactly(new InventoryEvent.SeatsReturned(
                        "o1", "h1", "ann", "n1", Places.ofSeats(List.of("A-1-1")), null));
        assertThat(desk.when(back("o1", "h1", "ann", "A-1-1")).events()).isEmpty();
        assertThat(desk.when(hold("h2", "ben", "A-1-1")).refusal()).isNull();
        assertThat(fansRefusal(hold("h3", "ben", "B-East-R-1-1"))).isEqualTo("seat_taken");
        assertThat(desk.when(hold("h4", "ann", "A-1-2", "A-1-3", "A-1-4")).refusal())
                .isNull();
    }

    @Test
    void anOrderGivesBackEverythingThatIsLeft() {
        owned();
        desk.given(back("o1", "h1", "ann", "A-1-1"));

        assertThat(desk.when(everythingBack("o1", "h1", "ann")).events())
                .containsExactly(new InventoryEvent.SeatsReturned(
                        "o1", "h1", "ann", "n1", Places.ofSeats(List.of("B-East-R-1-1")), null));
        assertThat(desk.when(everythingBack("o1", "h1", "ann")).events()).isEmpty();
        assertThat(desk.tables().seats().rows()).isEmpty();
        assertThat(desk.tables().fans().rows()).isEmpty();
    }

    @Test
    void anOrderGivesBackAHoldThatItNeverOwnedAsAWhole() {
        desk.given(claim("o1", "h1", "ann"));

        assertThat(desk.when(back("o1", "h1", "ann", "A-1-1")).events()).isEmpty();
        assertThat(desk.when(everythingBack("o1", "h1", "ann")).events())
                .containsExactly(new InventoryEvent.SeatsReturned("o1", "h1", "ann", "n1", BOTH, null));
        assertThat(desk.books().earliestDue(Shows.OPENING.plus(Shows.HOLD))).isEmpty();
    }

    @Test
    void takesNothingFromOthers() {
        owned();
        desk.given(hold("h2", "ben", "A-1-5"));

        assertThat(desk.when(everythingBack("o2", "h1", "ann")).events()).isEmpty();
        assertThat(desk.when(everythingBack("o1", "h2", "ben")).events()).isEmpty();
        assertThat(desk.when(everythingBack("o1", "h9", "ann")).events()).isEmpty();
        assertThat(desk.when(back("o1", "h1", "ann", "A-1-5", "A-9-9")).events())
                .isEmpty();
    }

    private void owned() {
        desk.given(claim("o1", "h1", "ann"), confirm("o1", "h1", "ann"));
    }

    private @Nullable String fansRefusal(InventoryCommand command) {
        Refusal refusal = desk.when(command).refusal();
        return refusal == null ? null : refusal.code();
    }

    private static String refusal(Desk.Outcome outcome) {
        assertThat(outcome.answer()).isNull();
        return switch (outcome.events().getFirst()) {
            case InventoryEvent.ClaimRefused refused -> refused.refusal().code();
            case InventoryEvent.ConfirmRefused refused -> refused.refusal().code();
            case InventoryEvent granted -> throw new AssertionError(granted);
        };
    }
}
