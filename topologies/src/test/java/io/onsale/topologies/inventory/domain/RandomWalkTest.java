package io.onsale.topologies.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thousands of commands at random, each outcome checked by a plain model, and all events replayed. */
class RandomWalkTest {

    private static final int COMMANDS = 4_000;

    private record Happened(InventoryEvent event, Instant at) {}

    private record Walk(Desk desk, List<Happened> history, PlainModel model) {}

    /** Of these it is known that everything happens. */
    private static final long LAST_KNOWN = 4;

    /** Those that never change and one that is new every time. */
    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, LAST_KNOWN), LongStream.of(System.nanoTime()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsItsInvariantsAndReplaysToEqualState(long seed) {
        Walk walk = walk(new Random(seed));

        if (seed <= LAST_KNOWN) {
            everythingHappens(walk);
        }
        assertThat(walk.desk.tables().fans().rows()).isEqualTo(keyed(walk.model.tickets()));
        assertThat(replayed(walk.history)).isEqualTo(walk.desk.tables());
        assertThat(dueOf(walk.desk.tables().books())).isEqualTo(dueOf(walk.desk.books()));
        assertThat(walk.desk.tables().books().view(Desk.EVENT).batchesDueBy(Instant.MAX))
                .isEqualTo(walk.desk.books().view(Desk.EVENT).batchesDueBy(Instant.MAX));
    }

    private static void everythingHappens(Walk walk) {
        assertThat(walk.history).hasSizeGreaterThan(COMMANDS / 2);
        assertThat(walk.history.stream()
                        .map(happened -> happened.event.getClass().getSimpleName()))
                .contains(
                        "HoldExpired",
                        "HoldReleased",
                        "HoldExtended",
                        "HoldClaimed",
                        "HoldUnclaimed",
                        "SeatsConfirmed",
                        "SeatsReturned",
                        "BatchReleased",
                        "ShopperClosing",
                        "ShopperClosed",
                        "ShowChanged");
    }

    private static Walk walk(Random random) {
        Walk walk = new Walk(new Desk(), new ArrayList<>(), new PlainModel());
        step(walk, new InventoryCommand.OpenShow(Shows.behindARoom(Shows.everything())));
        RandomCommands commands = new RandomCommands(random, walk.desk.tables());
        for (int i = 0; i < COMMANDS; i++) {
            walk.desk.later(pause(random));
            step(walk, commands.next(i, walk.desk.now()));
        }
        return walk;
    }

    private static Duration pause(Random random) {
        // Mostly a crowd; now and then longer than a hold lasts, or as long as the day.
        if (random.nextInt(100) == 0) {
            return Duration.ofMinutes(random.nextInt(12 * 60));
        }
        return random.nextInt(200) == 0
                ? Shows.HOLD.plusMillis(random.nextInt(2) - 1)
                : Duration.ofMillis(random.nextInt(20_000));
    }

    private static void step(Walk walk, InventoryCommand command) {
        Instant at = walk.desk.now();
        List<String> dueBefore = walk.desk.books().view(Desk.EVENT).holdsDueBy(at, Integer.MAX_VALUE);
        var outcome = walk.desk.when(command);
        outcome.due().forEach(event -> see(walk, event));
        assertThat(outcome.due())
                .filteredOn(InventoryEvent.HoldExpired.class::isInstance)
                .hasSameSizeAs(dueBefore);
        walk.model.noneOpenAfterItsDeadline(at);
        walk.model.nothingWaitsAfterItsInstant(at);
        switch (command) {
            case InventoryCommand.HoldSeats hold -> held(walk.model, hold, outcome.refusal() == null, at);
            case InventoryCommand.ReleaseHold release ->
                assertThat(outcome.events().stream().anyMatch(InventoryEvent.HoldReleased.class::isInstance))
                        .isEqualTo(walk.model.mayRelease(release));
            case InventoryCommand.ClaimHold claim ->
                assertThat(outcome.events().stream().anyMatch(InventoryEvent.HoldClaimed.class::isInstance))
                        .isEqualTo(walk.model.mayClaim(claim));
            case InventoryCommand.ConfirmSeats confirm ->
                assertThat(outcome.events().stream().anyMatch(InventoryEvent.SeatsConfirmed.class::isInstance))
                        .isEqualTo(walk.model.mayConfirm(confirm));
            default -> {}
        }
        outcome.events().forEach(event -> see(walk, event));
        walk.model.whoeverIsClosingHasOnlyWhatAnOrderClaimed();
        if (command instanceof InventoryCommand.CloseShopper close) {
            walk.model.shoppers().toldToClose(close.admissionId());
        }
    }

    private static void held(PlainModel model, InventoryCommand.HoldSeats hold, boolean granted, Instant at) {
        if (!model.shoppers().mayHold(hold, at)) {
            assertThat(granted).isFalse();
            return;
        }
        switch (hold.wish()) {
            case Wish.Named named -> assertThat(granted).isEqualTo(model.mayHold(hold, named));
            case Wish.Some some ->
                assertThat(granted).isEqualTo(model.mayHold(hold, some, Shows.capacity(some.section(), some.slot())));
            default -> {} // whether the best seats are left is what the tests of the choice are about
        }
    }

    private static void see(Walk walk, InventoryEvent event) {
        walk.model.see(event, walk.desk.now());
        walk.history.add(new Happened(event, walk.desk.now()));
    }

    private static Map<String, Integer> keyed(Map<String, Integer> byFan) {
        Map<String, Integer> rows = new HashMap<>();
        byFan.forEach((fan, tickets) -> rows.put(Desk.EVENT + "|" + fan, tickets));
        return rows;
    }

    private static Desk.Tables replayed(List<Happened> history) {
        Desk.Tables tables = new Desk.Tables();
        InventoryBooks books = tables.books();
        history.forEach(happened -> books.apply(Desk.EVENT, happened.event, happened.at));
        return tables;
    }

    /** What is derived from the rows: all deadlines in order. */
    private static List<String> dueOf(InventoryBooks books) {
        return books.view(Desk.EVENT).holdsDueBy(Instant.MAX, Integer.MAX_VALUE);
    }
}
