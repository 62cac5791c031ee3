package io.onsale.topologies.inventory.domain;

import static io.onsale.topologies.inventory.domain.Desk.backTonight;
import static io.onsale.topologies.inventory.domain.Desk.claim;
import static io.onsale.topologies.inventory.domain.Desk.confirm;
import static io.onsale.topologies.inventory.domain.Desk.hold;
import static io.onsale.topologies.inventory.domain.Desk.holdOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.inventory.domain.InventoryCommand.ReleaseBatch;
import io.onsale.topologies.inventory.domain.InventoryEvent.BatchReleased;
import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsReturned;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.CancellationPolicy.Returns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cancelled places wait for a random instant of the night. */
class NightBatchTest {

    private static final NightWindow NIGHT =
            new NightWindow(Instant.parse("2030-01-02T02:00:00Z"), Duration.ofHours(3));
    private static final Instant NIGHT_END = Instant.parse("2030-01-02T05:00:00Z");
    private static final String BATCH = "n1@2030-01-02T02:00:00Z";
    private static final BatchDraw DRAW = Desk.DRAWS.of(Desk.EVENT, BATCH, NIGHT);
    private static final Withheld WITHHELD = new Withheld(BATCH, NIGHT, DRAW.commitment());

    private final Desk desk = Desk.selling(Shows.everything());

    @Test
    void withholdsWhatIsGivenBackAndNamesItsBatch() {
        owned("1", "ann", "A-1-1", "A-1-2");

        assertThat(desk.when(backTonight("o1", "h1", "ann", "A-1-1")).events())
                .containsExactly(new SeatsReturned("o1", "h1", "ann", "n1", seats("A-1-1"), WITHHELD));
        assertThat(desk.when(backTonight("o1", "h1", "ann", "A-1-1")).events()).isEmpty();
        assertThat(refusal(holdOn("n1", "h2", "ben", "A-1-1"))).isEqualTo("seat_taken");
    }

    @Test
    void whatWaitsIsNobodysTicket() {
        owned("1", "ann", "A-1-1", "A-1-2", "A-1-3", "A-1-4");
        desk.given(backTonight("o1", "h1", "ann", "A-1-1", "A-1-2"));

        assertThat(refusal(holdOn("n1", "h2", "ann", "A-1-5", "A-1-6"))).isEmpty();
    }

    @Test
    void comesBackAtTheInstantAndNotBefore() {
        owned("1", "ann", "A-1-1");
        desk.given(backTonight("o1", "h1", "ann", "A-1-1")).at(DRAW.instant().minusMillis(1));
        assertThat(desk.when(new ReleaseBatch(BATCH)).due()).isEmpty();
        assertThat(desk.books().earliestBatch(desk.now())).isEmpty();

        desk.at(DRAW.instant());

        assertThat(desk.books().earliestBatch(desk.now())).containsEntry(Desk.EVENT, BATCH);
        assertThat(desk.when(new ReleaseBatch(BATCH)).due())
                .containsExactly(new BatchReleased(BATCH, "n1", List.of(0L), seats("A-1-1"), DRAW));
        assertThat(desk.books().earliestBatch(desk.now())).isEmpty();
        assertThat(desk.when(new ReleaseBatch(BATCH)).due()).isEmpty();
        assertThat(refusal(holdOn("n1", "h2", "ben", "A-1-1"))).isEmpty();
    }

    @Test
    void comesBackBeforeACommandThatComesLater() {
        owned("1", "ann", "A-1-1");
        desk.given(backTonight("o1", "h1", "ann", "A-1-1")).at(DRAW.instant());

        var outcome = desk.when(holdOn("n1", "h2", "ben", "A-1-1"));

        assertThat(outcome.due()).hasSize(1);
        assertThat(outcome.refusal()).isNull();
    }

    @Test
    void manyReturnsShareABatchAndPlacesWithoutNumbersDoToo() {
        owned("1", "ann", "A-1-1");
        owned("2", "ben", "A-1-2");
        desk.given(
                new InventoryCommand.HoldSeats("h3", "eva", "n1", new Wish.Some("Floor", null, 2), null, null),
                claim("o3", "h3", "eva"),
                confirm("o3", "h3", "eva"));
        desk.given(backTonight("o1", "h1", "ann", "A-1-1"), backTonight("o2", "h2", "ben", "A-1-2"));
        desk.given(new InventoryCommand.ReturnSeats("o3", "h3", "eva", seats(), true, Returns.NIGHT_BATCH));
        assertThat(desk.books().view(Desk.EVENT).taken("n1", "Floor", null)).isEqualTo(2);

        var released = (BatchReleased)
                desk.at(DRAW.instant()).when(new ReleaseBatch(BATCH)).due().getFirst();

        assertThat(released.places().seatIds()).containsExactly("A-1-1", "A-1-2");
        assertThat(released.places().areas()).containsExactly(new HeldArea("Floor", null, 2, "R", 50_000));
        assertThat(desk.books().view(Desk.EVENT).taken("n1", "Floor", null)).isZero();
        assertThat(desk.tables().seats().rows()).isEmpty();
        assertThat(desk.tables().batches().rows()).isEmpty();
        assertThat(desk.tables().returns().rows()).isEmpty();
    }

    @Test
    void eachPerformanceHasItsOwnAndEachNightToo() {
        owned("1", "ann", "A-1-1", "A-1-2");
        desk.given(holdOn("n2", "h2", "ben", "A-1-1"), claim("o2", "h2", "ben"), confirm("o2", "h2", "ben"));

        assertThat(batchOf(backTonight("o1", "h1", "ann", "A-1-1"))).isEqualTo(BATCH);
        assertThat(batchOf(backTonight("o2", "h2", "ben", "A-1-1"))).isEqualTo("n2@2030-01-02T02:00:00Z");
        desk.at(NIGHT.start());
        assertThat(batchOf(backTonight("o1", "h1", "ann", "A-1-2"))).isEqualTo("n1@2030-01-03T02:00:00Z");
        assertThat(desk.at(DRAW.instant()).when(new ReleaseBatch(BATCH)).due())
                .extracting(event -> ((BatchReleased) event).batchId())
                .containsExactlyInAnyOrder(BATCH, "n2@2030-01-02T02:00:00Z");
    }

    @Test
    void whatWaitsKeepsItsNightWhenTheOrganizerMovesIt() {
        owned("1", "ann", "A-1-1", "A-1-2");
        desk.given(backTonight("o1", "h1", "ann", "A-1-1"));

        desk.given(new InventoryCommand.ChangeShow(Shows.atNight(Shows.everything(), 120, 180)));

        assertThat(desk.when(backTonight("o1", "h1", "ann", "A-1-2")).events())
                .containsExactly(new SeatsReturned("o1", "h1", "ann", "n1", seats("A-1-2"), WITHHELD));
        assertThat(desk.at(DRAW.instant()).when(new ReleaseBatch(BATCH)).due()).hasSize(1);
    }

    @Test
    void comesBackAtOnceWhereTheNightIsNotOverBeforeThePerformance() {
        owned("1", "ann", "A-1-1", "A-1-2");

        startsAt(NIGHT_END);
        assertThat(batchOf(backTonight("o1", "h1", "ann", "A-1-1"))).isEmpty();
        assertThat(refusal(holdOn("n1", "h2", "ben", "A-1-1"))).isEmpty();
        startsAt(NIGHT_END.plusMillis(1));
        assertThat(batchOf(backTonight("o1", "h1", "ann", "A-1-2"))).isEqualTo(BATCH);
    }

    @Test
    void whatWaitsComesBackAtOnceWhenThePerformanceIsMovedBeforeItsNight() {
        owned("1", "ann", "A-1-1", "A-1-2");
        desk.given(backTonight("o1", "h1", "ann", "A-1-1"));

        startsAt(NIGHT.start().minusSeconds(1));

        assertThat(desk.books().earliestBatch(desk.now())).containsEntry(Desk.EVENT, BATCH);
        assertThat(desk.tables().books().earliestBatch(desk.now())).containsEntry(Desk.EVENT, BATCH);
        var outcome = desk.when(holdOn("n1", "h2", "ben", "A-1-1"));
        assertThat(outcome.due()).containsExactly(new BatchReleased(BATCH, "n1", List.of(0L), seats("A-1-1"), DRAW));
        assertThat(outcome.refusal()).isNull();
        assertThat(desk.books().earliestBatch(desk.now())).isEmpty();
        assertThat(desk.tables().books().earliestBatch(desk.now())).isEmpty();
        desk.sweep();
        assertThat(desk.tables().batches().rows()).isNotEmpty();
        desk.at(NIGHT.start()).sweep();
        assertThat(desk.tables().batches().rows()).isEmpty();
    }

    @Test
    void aBatchThatCameBackBeforeItsNightIsNeverUsedAgain() {
        owned("1", "ann", "A-1-1", "A-1-2");
        cameBackEarly("A-1-1");
        cameBackEarly("A-1-2");
        owned("2", "ben", "A-1-3", "A-1-4");

        assertThat(batchOf(backTonight("o2", "h2", "ben", "A-1-3"))).isEqualTo(BATCH + "#3");
        assertThat(batchOf(backTonight("o2", "h2", "ben", "A-1-4"))).isEqualTo(BATCH + "#3");
        assertThat(desk.when(new ReleaseBatch(BATCH)).due()).isEmpty();
        desk.sweep();
        assertThat(desk.at(DRAW.instant()).when(new ReleaseBatch(BATCH)).due())
                .extracting(event -> ((BatchReleased) event).batchId())
                .containsExactly(BATCH + "#3");
    }

    @Test
    void theRestOfABatchThatBeganToComeBackEarlyDoesNotWaitForAnInstantThatIsKnown() {
        int returns = 2 * BatchRules.PORTION + 10;
        Desk stadium = allGivenBack(returns);
        stadium.given(new InventoryCommand.ChangeShow(
                Shows.startingAt(Shows.oneBigRow(returns), "n1", NIGHT.start().minusSeconds(1))));

        var first = stadium.when(new InventoryCommand.ChangeShow(Shows.oneBigRow(returns)));

        assertThat(released(first)).isEqualTo(BatchRules.PORTION);
        assertThat(stadium.books().earliestBatch(stadium.now())).containsEntry(Desk.EVENT, BATCH);
        assertThat(stadium.tables().books().earliestBatch(stadium.now())).containsEntry(Desk.EVENT, BATCH);
        assertThat(released(stadium.when(new ReleaseBatch(BATCH)))).isEqualTo(BatchRules.PORTION);
        assertThat(released(stadium.when(new ReleaseBatch(BATCH)))).isEqualTo(10);
    }

    @Test
    void whatWaitsGoesOnWaitingWhenThePerformanceIsMovedElsewhere() {
        owned("1", "ann", "A-1-1", "A-1-2");
        desk.given(backTonight("o1", "h1", "ann", "A-1-1"));

        startsAt(NIGHT.start().plus(Duration.ofDays(1)));

        assertThat(desk.books().earliestBatch(DRAW.instant().minusMillis(1))).isEmpty();
        assertThat(desk.at(DRAW.instant()).when(new ReleaseBatch(BATCH)).due()).hasSize(1);
    }

    @Test
    void aCancelledPerformancesPlacesComeBackNever() {
        owned("1", "ann", "A-1-1", "A-1-2");
        desk.given(backTonight("o1", "h1", "ann", "A-1-1"), new InventoryCommand.StopPerformance("n1"));

        desk.at(DRAW.instant().plus(Duration.ofDays(2)));

        assertThat(desk.books().earliestBatch(desk.now())).isEmpty();
        assertThat(desk.when(new ReleaseBatch(BATCH)).due()).isEmpty();
        assertThat(desk.tables().returns().rows()).isEmpty();
        assertThat(desk.when(backTonight("o1", "h1", "ann", "A-1-2")).events())
                .containsExactly(new SeatsReturned("o1", "h1", "ann", "n1", seats("A-1-2"), null));
    }

    @Test
    void isDueAfterARestartAsItWasBefore() {
        owned("1", "ann", "A-1-1");
        desk.given(backTonight("o1", "h1", "ann", "A-1-1"));

        InventoryBooks restarted = desk.tables().books();

        assertThat(restarted.earliestBatch(DRAW.instant().minusMillis(1))).isEmpty();
        assertThat(restarted.earliestBatch(DRAW.instant())).containsEntry(Desk.EVENT, BATCH);
    }

    @Test
    void aBigBatchComesBackInPortionsAndWhatIsAskedForFirst() {
        int returns = BatchRules.PORTION + 10;
        Desk stadium = allGivenBack(returns).at(DRAW.instant());

        var first = stadium.when(hold("new", "ann", "A-1-" + returns));
        assertThat(first.refusal()).isNull();
        assertThat(released(first)).isEqualTo(BatchRules.PORTION + 1);
        assertThat(stadium.tables().books().earliestBatch(stadium.now())).containsEntry(Desk.EVENT, BATCH);
        assertThat(released(stadium.when(new ReleaseBatch(BATCH)))).isEqualTo(9);
        assertThat(stadium.tables().returns().rows()).isEmpty();
        assertThat(stadium.tables().batches().rows()).isEmpty();
    }

    @Test
    void aBigBatchComesBackInPortionsAndEventsThatFitHoweverMuchOfItACommandSees() {
        int returns = BatchRules.PORTION + 10;
        Desk stadium = allGivenBack(returns).at(DRAW.instant());

        var best = stadium.when(
                new InventoryCommand.HoldSeats("new", "ann", null, new Wish.Best("A", 2, true, List.of()), null, null));

        assertThat(best.refusal()).isNull();
        assertThat(released(best)).as("as much as fits").isEqualTo(BatchRules.PORTION);
        assertThat(best.due())
                .hasSize(4)
                .allSatisfy(event -> assertThat(((BatchReleased) event).places().tickets())
                        .isLessThanOrEqualTo(BatchRules.MOST_IN_EVENT));
        assertThat(released(stadium.when(new ReleaseBatch(BATCH)))).isEqualTo(10);
        assertThat(stadium.tables().returns().rows()).isEmpty();
        assertThat(stadium.tables().batches().rows()).isEmpty();
    }

    /** A show with one row in which every seat was owned by another fan, and waits. */
    private static Desk allGivenBack(int seats) {
        Desk stadium = Desk.selling(Shows.oneBigRow(seats));
        IntStream.rangeClosed(1, seats).forEach(seat -> {
            String fan = "fan" + seat;
            stadium.given(hold("h" + seat, fan, "A-1-" + seat));
            stadium.given(claim("o" + seat, "h" + seat, fan), confirm("o" + seat, "h" + seat, fan));
            stadium.given(backTonight("o" + seat, "h" + seat, fan, "A-1-" + seat));
        });
        return stadium;
    }

    private static int released(Desk.Outcome outcome) {
        return outcome.due().stream()
                .mapToInt(event -> ((BatchReleased) event).places().tickets())
                .sum();
    }

    /** Waits, and comes back at once because the performance is moved before its night, and back. */
    private void cameBackEarly(String seat) {
        desk.given(backTonight("o1", "h1", "ann", seat));
        startsAt(NIGHT.start().minusSeconds(1));
        assertThat(desk.when(new InventoryCommand.ChangeShow(Shows.everything()))
                        .due())
                .hasSize(1);
    }

    private void startsAt(Instant start) {
        desk.given(new InventoryCommand.ChangeShow(Shows.startingAt(Shows.everything(), "n1", start)));
    }

    private void owned(String number, String fan, String... seats) {
        String hold = "h" + number;
        String order = "o" + number;
        desk.given(holdOn("n1", hold, fan, seats), claim(order, hold, fan), confirm(order, hold, fan));
    }

    private String batchOf(InventoryCommand command) {
        SeatsReturned back = (SeatsReturned) desk.when(command).events().getFirst();
        return back.withheld() == null ? "" : back.withheld().batchId();
    }

    private String refusal(InventoryCommand command) {
        Refusal refusal = desk.when(command).refusal();
        return refusal == null ? "" : refusal.code();
    }

    private static Places seats(String... ids) {
        return Places.ofSeats(List.of(ids));
    }
}
