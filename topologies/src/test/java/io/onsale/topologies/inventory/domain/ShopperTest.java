package io.onsale.topologies.inventory.domain;

import static io.onsale.topologies.inventory.domain.Desk.claim;
import static io.onsale.topologies.inventory.domain.Desk.close;
import static io.onsale.topologies.inventory.domain.Desk.confirm;
import static io.onsale.topologies.inventory.domain.Desk.everythingBack;
import static io.onsale.topologies.inventory.domain.Desk.hold;
import static io.onsale.topologies.inventory.domain.Desk.holdBy;
import static io.onsale.topologies.inventory.domain.Desk.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.inventory.domain.InventoryEvent.HoldExpired;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldReleased;
import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsHeld;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShopperClosed;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShopperClosing;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShopperTest {

    private static final Instant END = Shows.OPENING.plus(Duration.ofMinutes(15));
    private static final Admission ANNS = new Admission("e1.1", END);
    private static final ShopperClosing CLOSING = new ShopperClosing("e1.1", "ann", END);
    private static final ShopperClosed CLOSED = new ShopperClosed("e1.1", "ann", false, END);
    private static final ShopperClosed FINISHED = new ShopperClosed("e1.1", "ann", true, END);

    private final Desk desk = Desk.selling(Shows.behindARoom(Shows.oneNight()));

    @Test
    void whoeverWasLetInHolds() {
        var held = desk.when(holdBy(ANNS, "h1", "ann", "A-1-1"));

        assertThat(held.answer())
                .isInstanceOfSatisfying(
                        SeatsHeld.class, seats -> assertThat(seats.admission()).isEqualTo(ANNS));
    }

    @Test
    void nobodyHoldsWithoutAdmission() {
        assertThat(code(hold("h1", "ann", "A-1-1"))).isEqualTo("admission_required");
    }

    @Test
    void anAdmissionMeansNothingWhereThereIsNoRoom() {
        Desk open = Desk.selling(Shows.oneNight());

        var held = open.when(holdBy(ANNS, "h1", "ann", "A-1-1"));

        assertThat(held.answer())
                .isInstanceOfSatisfying(
                        SeatsHeld.class, seats -> assertThat(seats.admission()).isNull());
        assertThat(open.tables().shoppers().rows()).isEmpty();
    }

    @Test
    void anAdmissionEndsToTheMillisecond() {
        desk.at(END.minusMillis(1));
        assertThat(code(holdBy(ANNS, "h1", "ann", "A-1-1"))).isEmpty();

        desk.at(END);
        assertThat(code(holdBy(ANNS, "h2", "ann", "A-1-2"))).isEqualTo("admission_ended");
        assertThat(code(holdBy(new Admission("e1.2", END), "h3", "ben", "A-1-3")))
                .isEqualTo("admission_ended");
    }

    @Test
    void whetherTheRowOfWhoeverIsClosedWasClearedAwayMakesNoDifference() {
        for (InventoryCommand command :
                List.of(holdBy(ANNS, "h2", "ann", "A-1-2"), holdBy(ANNS, "h2", "ben", "A-1-2"), close(ANNS, "ann"))) {
            Desk kept = everythingBought().at(END);
            Desk cleared = everythingBought().at(END);
            cleared.sweep();

            assertThat(cleared.tables().shoppers().rows()).doesNotContainKey("e1|e1.1");
            assertThat(kept.when(command)).as("%s", command).isEqualTo(cleared.when(command));
        }
    }

    private static Desk everythingBought() {
        return Desk.selling(Shows.behindARoom(Shows.oneNight()))
                .given(holdBy(ANNS, "h1", "ann", "A-1-1"), claim("o1", "h1", "ann"), confirm("o1", "h1", "ann"))
                .given(holdBy(new Admission("e1.2", END), "h9", "eva", "A-1-9")); // the last row that was asked for
    }

    @Test
    void anAdmissionIsItsFans() {
        desk.given(holdBy(ANNS, "h1", "ann", "A-1-1"));

        assertThat(code(holdBy(ANNS, "h2", "ben", "A-1-2"))).isEqualTo("admission_invalid");
        desk.given(close(ANNS, "ann"));
        assertThat(code(holdBy(ANNS, "h3", "ben", "A-1-3"))).isEqualTo("admission_invalid");
    }

    @Test
    void closingEndsWhatNoOrderHasClaimed() {
        desk.given(holdBy(ANNS, "h1", "ann", "A-1-1"), holdBy(ANNS, "h2", "ann", "A-1-2"));

        var closed = desk.when(close(ANNS, "ann"));

        assertThat(closed.events()).containsExactly(CLOSING, released("h1", "A-1-1"), released("h2", "A-1-2"), CLOSED);
        assertThat(closed.answer()).isNull();
        assertThat(code(holdBy(ANNS, "h3", "ann", "A-1-3"))).isEqualTo("admission_ended");
        assertThat(code(holdBy(new Admission("e1.2", END), "h4", "ben", "A-1-1")))
                .isEmpty();
    }

    @Test
    void whatAnOrderHasClaimedKeepsItsDeadlineAndTheShopperItsPlace() {
        desk.given(holdBy(ANNS, "h1", "ann", "A-1-1"), holdBy(ANNS, "h2", "ann", "A-1-2"), claim("o1", "h1", "ann"));

        assertThat(desk.when(close(ANNS, "ann")).events()).containsExactly(CLOSING, released("h2", "A-1-2"));
        assertThat(desk.when(close(ANNS, "ann")).events()).isEmpty();
        assertThat(code(holdBy(ANNS, "h3", "ann", "A-1-3"))).isEqualTo("admission_ended");

        var confirmed = desk.when(confirm("o1", "h1", "ann"));
        assertThat(confirmed.events()).hasSize(2).endsWith(CLOSED);
        assertThat(desk.when(close(ANNS, "ann")).events()).containsExactly(CLOSED);
    }

    static Stream<InventoryCommand> ends() {
        return Stream.of(
                release("h1", "ann"),
                confirm("o1", "h1", "ann"),
                everythingBack("o1", "h1", "ann"),
                new InventoryCommand.UnclaimHold("o1", "h1", "ann"),
                new InventoryCommand.StopPerformance("n1"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void whoeverIsClosingIsClosedHoweverTheLastHoldEnds(InventoryCommand end) {
        desk.given(holdBy(ANNS, "h1", "ann", "A-1-1"), claim("o1", "h1", "ann"), close(ANNS, "ann"));

        assertThat(desk.when(end).events()).endsWith(CLOSED);
        assertThat(desk.tables().shoppers().rows().get("e1|e1.1"))
                .isEqualTo(new Shopper("ann", List.of(), Shopper.State.CLOSED, END));
    }

    @Test
    void whoeverIsClosingIsClosedOnceWhenAllHoldsExpireTogether() {
        desk.given(
                holdBy(ANNS, "h1", "ann", "A-1-1"),
                holdBy(ANNS, "h2", "ann", "A-1-2"),
                claim("o1", "h1", "ann"),
                claim("o2", "h2", "ann"),
                close(ANNS, "ann"));

        var later = desk.later(Shows.HOLD).when(new InventoryCommand.ExpireHold("h1"));

        assertThat(later.due()).hasSize(3).endsWith(CLOSED);
        assertThat(later.due()).filteredOn(CLOSED::equals).hasSize(1);
    }

    @Test
    void aProlongedHoldMayOutliveTheAdmissionAndKeepsItsPlaceTaken() {
        desk.at(END.minusSeconds(1))
                .given(
                        holdBy(ANNS, "h1", "ann", "A-1-1"),
                        claim("o1", "h1", "ann"),
                        new InventoryCommand.ExtendHold("h1", "ann"));

        assertThat(desk.at(END).when(close(ANNS, "ann")).events()).containsExactly(CLOSING);
        desk.at(END.minusSeconds(1).plus(Shows.HOLD.multipliedBy(2)));
        assertThat(desk.when(close(ANNS, "ann")).due())
                .hasSize(2)
                .endsWith(CLOSED)
                .first()
                .isInstanceOf(HoldExpired.class);
    }

    @Test
    void whoeverIsClosingProlongsNothing() {
        InventoryCommand prolong = new InventoryCommand.ExtendHold("h1", "ann");
        desk.given(holdBy(ANNS, "h1", "ann", "A-1-1"), claim("o1", "h1", "ann"), close(ANNS, "ann"));

        assertThat(desk.when(prolong).refusal()).extracting(Refusal::code).isEqualTo("admission_ended");
        assertThat(desk.later(Shows.HOLD).when(prolong).due()).first().isInstanceOf(HoldExpired.class);
    }

    @Test
    void whatItsOrderDoesNotWantAnyMoreIsLeftToWhoeverGoesOnShopping() {
        desk.given(holdBy(ANNS, "h1", "ann", "A-1-1"), claim("o1", "h1", "ann"));

        assertThat(desk.when(new InventoryCommand.UnclaimHold("o1", "h1", "ann"))
                        .events())
                .hasSize(1);
        assertThat(desk.when(close(ANNS, "ann")).events()).containsExactly(CLOSING, released("h1", "A-1-1"), CLOSED);
    }

    @Test
    void buyingEverythingFinishes() {
        desk.given(
                holdBy(ANNS, "h1", "ann", "A-1-1"),
                holdBy(ANNS, "h2", "ann", "A-1-2"),
                claim("o1", "h1", "ann"),
                claim("o2", "h2", "ann"));

        assertThat(desk.when(confirm("o1", "h1", "ann")).events()).hasSize(1);
        assertThat(desk.when(confirm("o2", "h2", "ann")).events()).hasSize(2).endsWith(FINISHED);
        assertThat(desk.when(holdBy(ANNS, "h4", "ann", "A-1-3")).refusal())
                .extracting(Refusal::detail)
                .asString()
                .contains("was bought")
                .doesNotContain("free again");
        assertThat(code(holdBy(ANNS, "h3", "ann", "A-1-3"))).isEqualTo("admission_ended");
        assertThat(desk.when(close(ANNS, "ann")).events()).containsExactly(FINISHED);
    }

    @Test
    void whoeverLosesOrReturnsAHoldGoesOnShopping() {
        desk.given(holdBy(ANNS, "h1", "ann", "A-1-1"), claim("o1", "h1", "ann"), holdBy(ANNS, "h2", "ann", "A-1-2"));

        assertThat(desk.when(confirm("o1", "h1", "ann")).events()).hasSize(1);
        assertThat(desk.when(release("h2", "ann")).events()).hasSize(1);
        assertThat(desk.when(everythingBack("o1", "h1", "ann")).events()).hasSize(1);
        assertThat(code(holdBy(ANNS, "h3", "ann", "A-1-3"))).isEmpty();
    }

    @Test
    void returningWhatWasBoughtClosesNobodyWhoIsClosing() {
        desk.given(
                holdBy(ANNS, "h1", "ann", "A-1-1"),
                holdBy(ANNS, "h2", "ann", "A-1-2"),
                claim("o1", "h1", "ann"),
                claim("o2", "h2", "ann"),
                confirm("o1", "h1", "ann"),
                close(ANNS, "ann"));

        assertThat(desk.when(everythingBack("o1", "h1", "ann")).events()).hasSize(1);
        assertThat(desk.when(everythingBack("o2", "h2", "ann")).events()).endsWith(CLOSED);
    }

    @Test
    void whoeverNeverHeldAnythingIsClosedAtOnceAndEachTime() {
        assertThat(desk.when(close(ANNS, "ann")).events()).containsExactly(CLOSED);
        assertThat(desk.when(close(ANNS, "ann")).events()).containsExactly(CLOSED);
        assertThat(code(holdBy(ANNS, "h1", "ann", "A-1-1"))).isEqualTo("admission_ended");
        assertThat(desk.when("another", close(ANNS, "ann")).events()).containsExactly(CLOSED);
    }

    @Test
    void isForgottenOnceItsTimeIsOverAndItIsClosed() {
        Shopper shopping = Shopper.of("ann", END);
        assertThat(shopping.forgotten(END)).isFalse();
        assertThat(shopping.as(Shopper.State.CLOSED).forgotten(END.minusMillis(1)))
                .isFalse();
        assertThat(shopping.as(Shopper.State.CLOSED).forgotten(END)).isTrue();
        assertThat(shopping.as(Shopper.State.FINISHED).forgotten(END)).isTrue();

        desk.given(close(ANNS, "ann")).at(END);
        assertThat(desk.when(close(ANNS, "ann")).events()).containsExactly(CLOSED);
    }

    @Test
    void expiresWhatIsOverdueBeforeItClosesHoweverMuchElseIs() {
        int others = InventoryDecider.MOST_AT_ONCE;
        Desk big = Desk.selling(Shows.behindARoom(Shows.oneBigRow(others + 1)));
        IntStream.rangeClosed(1, others)
                .forEach(i -> big.given(holdBy(new Admission("e1.1" + i, END), "a" + i, "fan" + i, "A-1-" + i)));
        big.given(holdBy(ANNS, "h1", "ann", "A-1-" + (others + 1)));

        var closed = big.later(Shows.HOLD).when(close(ANNS, "ann"));

        assertThat(closed.due()).hasSize(others + 1).last().isInstanceOf(HoldExpired.class);
        assertThat(closed.events()).containsExactly(CLOSED);
    }

    private static HoldReleased released(String hold, String seat) {
        return new HoldReleased(hold, "ann", "n1", Places.ofSeats(List.of(seat)), null);
    }

    /** Why a hold is refused, or nothing. */
    private String code(InventoryCommand.HoldSeats hold) {
        Refusal refusal = desk.when(hold).refusal();
        return refusal == null ? "" : refusal.code();
    }
}
