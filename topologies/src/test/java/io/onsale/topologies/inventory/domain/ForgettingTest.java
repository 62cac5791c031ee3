package io.onsale.topologies.inventory.domain;

import static io.onsale.topologies.inventory.domain.Desk.claim;
import static io.onsale.topologies.inventory.domain.Desk.confirm;
import static io.onsale.topologies.inventory.domain.Desk.everythingBack;
import static io.onsale.topologies.inventory.domain.Desk.holdOn;
import static io.onsale.topologies.inventory.domain.Desk.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsReturned;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowClosed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was sold is kept until long after its show, then treated as absent, and cleared away. */
class ForgettingTest {

    private static final Instant NIGHT = Shows.OPENING.plus(Duration.ofDays(30));
    private static final Instant FORGOTTEN = NIGHT.plus(Hold.OWNED_REMEMBERED);

    @Test
    void whatIsOwnedCanBeGivenBackUntilLongAfterItsShow() {
        Desk desk = sold().at(FORGOTTEN.minusMillis(1));
        desk.sweep();

        assertThat(desk.when(everythingBack("o1", "h1", "ann")).events()).hasOnlyElementsOfType(SeatsReturned.class);
        assertThat(sold().at(FORGOTTEN).when(everythingBack("o1", "h1", "ann")).events())
                .isEmpty();
    }

    @Test
    void aSweepLeavesTheShowAndNothingElse() {
        Desk desk = sold().given(new ShowClosed()).at(FORGOTTEN);

        desk.sweep();

        assertThat(desk.tables().holds().rows()).isEmpty();
        assertThat(desk.tables().seats().rows()).isEmpty();
        assertThat(desk.tables().areas().rows()).isEmpty();
        assertThat(desk.tables().fans().rows()).isEmpty();
        assertThat(desk.tables().shows().rows()).hasSize(1);
    }

    @Test
    void whatCountsIsKeptAsLongAsMoreOfTheShowCouldBeSold() {
        Desk desk = sold().at(FORGOTTEN);

        desk.sweep();

        assertThat(desk.tables().fans().rows()).isNotEmpty();
    }

    @Test
    void whetherARowWasClearedAwayMakesNoDifference() {
        for (InventoryCommand command : List.of(
                everythingBack("o1", "h1", "ann"),
                claim("o1", "h1", "ann"),
                confirm("o1", "h1", "ann"),
                release("h1", "ann"),
                holdOn("n1", "h1", "ann", "A-1-1"),
                holdOn("n1", "h9", "ben", "A-1-1"))) {
            Desk kept = sold().given(new ShowClosed()).at(FORGOTTEN);
            Desk cleared = sold().given(new ShowClosed()).at(FORGOTTEN);
            cleared.sweep();

            assertThat(kept.when(command)).as("%s", command).isEqualTo(cleared.when(command));
        }
    }

    @Test
    void anotherPerformanceThatIsYetToComeKeepsItsOwn() {
        Desk desk = sold();
        desk.given(holdOn("n2", "h2", "ben", "A-1-1"), claim("o2", "h2", "ben"), confirm("o2", "h2", "ben"));
        desk.given(new InventoryCommand.ChangeShow(Shows.startingAt(Shows.everything(), "n2", FORGOTTEN)));

        desk.at(FORGOTTEN).sweep();

        assertThat(desk.tables().holds().rows()).containsOnlyKeys(Desk.EVENT + "|h2");
        assertThat(desk.tables().seats().rows()).containsOnlyKeys(Desk.EVENT + "|n2|A-1-1");
    }

    @Test
    void nothingIsClearedAwayWhileAHoldIsYetToEnd() {
        Desk desk = sold().at(NIGHT.minusMillis(1)).given(holdOn("n1", "h2", "ben", "A-1-2"));

        desk.at(FORGOTTEN).sweep();

        assertThat(desk.tables().seats().rows()).hasSize(2);
    }

    private static Desk sold() {
        Wish floor = new Wish.Some("Floor", null, 2);
        return Desk.selling(Shows.everything())
                .given(holdOn("n1", "h1", "ann", "A-1-1"), claim("o1", "h1", "ann"), confirm("o1", "h1", "ann"))
                .given(
                        new InventoryCommand.HoldSeats("h0", "eva", "n1", floor, null, null),
                        claim("o0", "h0", "eva"),
                        confirm("o0", "h0", "eva"));
    }
}
