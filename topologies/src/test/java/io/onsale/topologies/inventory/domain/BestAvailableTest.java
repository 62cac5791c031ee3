package io.onsale.topologies.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.show.domain.BookingMode;
import io.onsale.topologies.show.domain.FocalPoint;
import io.onsale.topologies.show.domain.Row;
import io.onsale.topologies.show.domain.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pictures of a section: a dot is a free seat, an x is not; the front row comes first. */
class BestAvailableTest {

    @Test
    void beginsInTheMiddleOfTheFirstRow() {
        assertThat(together(2, "..........", "..........")).containsExactly("A-1-5", "A-1-6");
        assertThat(together(3, ".......")).containsExactly("A-1-3", "A-1-4", "A-1-5");
    }

    @Test
    void leavesNoSingleSeatBesideTheBlock() {
        // Nearest the middle would be 4 and 5, which leaves 3 or 6 alone.
        assertThat(together(2, "xx....xx")).containsExactly("A-1-3", "A-1-4");
        assertThat(together(2, "xx.....xxx")).containsExactly("A-1-6", "A-1-7");
    }

    @Test
    void ratherTakesAnotherRowThanLeavesASingleSeat() {
        assertThat(together(2, "xx...xxx", "........")).containsExactly("A-2-4", "A-2-5");
    }

    @Test
    void leavesASingleSeatWhereNothingElseIsLeft() {
        assertThat(together(2, "xx...xxx", "xxxxxxxx")).containsExactly("A-1-4", "A-1-5");
    }

    @Test
    void takesTheNearestRowThatHasSoMany() {
        assertThat(together(3, "x..x..x.", "xxxxxxxx", "...xxxxx", "........"))
                .containsExactly("A-3-1", "A-3-2", "A-3-3");
    }

    @Test
    void staysTogetherOrTakesNone() {
        assertThat(together(4, "...x...", "...x...")).isEmpty();
    }

    @Test
    void splitsIntoAsFewPartsAsItTakes() {
        assertThat(apart(5, "x..x....", "...xxxxx"))
                .containsExactlyInAnyOrder("A-1-5", "A-1-6", "A-1-7", "A-1-8", "A-2-3");
        assertThat(apart(4, "x.x.", ".x.x")).hasSize(4);
        assertThat(apart(5, "x.x.", ".x.x")).isEmpty();
    }

    @Test
    void goesToTheFocalPointWhereThereIsOne() {
        SectionPlan plan = plan(new FocalPoint("2", 1), Map.of(), "........", "........", "........");

        assertThat(ids(
                        plan,
                        choose(plan, List.of(), "........", "........", "........")
                                .together(2)))
                .containsExactly("A-2-1", "A-2-2");
    }

    @Test
    void keepsSeatsForWheelchairsAndTheirCompanions() {
        Map<String, List<String>> attributes =
                Map.of("wheelchair", List.of("1-3"), "companion", List.of("1-4"), "aisle", List.of("1-1"));
        SectionPlan plan = plan(null, attributes, "......");

        assertThat(ids(plan, choose(plan, List.of(), "......").together(2))).containsExactly("A-1-1", "A-1-2");
        assertThat(ids(plan, choose(plan, List.of("wheelchair"), "......").nearest()))
                .containsExactly("A-1-3");
        assertThat(ids(plan, choose(plan, List.of("aisle"), "......").together(1)))
                .containsExactly("A-1-1");
        assertThat(choose(plan, List.of("sea_view"), "......").together(1)).isEmpty();
    }

    /** Against all blocks one by one, by the rules as they are written down. */
    @Test
    void isAsGoodAsTryingEveryBlock() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String[] rows = new String[1 + random.nextInt(4)];
            for (int row = 0; row < rows.length; row++) {
                rows[row] = random.ints(3 + random.nextInt(12), 0, 5)
                        .mapToObj(sign -> sign < 3 ? "." : "x")
                        .reduce("", String::concat);
            }
            int seats = 1 + random.nextInt(5);
            assertThat(together(seats, rows))
                    .as("seed %d: %d of %s", seed, seats, List.of(rows))
                    .isEqualTo(everyBlock(seats, rows));
        }
    }

    private static List<String> everyBlock(int seats, String... rows) {
        List<String> best = List.of();
        List<Integer> bestRank = List.of();
        Focus focus = plan(null, Map.of(), rows).focus();
        for (int row = 0; row < rows.length; row++) {
            for (int first = 0; first + seats <= rows[row].length(); first++) {
                String padded = "x" + rows[row] + "x";
                if (padded.substring(first + 1, first + 1 + seats).contains("x")) {
                    continue;
                }
                boolean orphan = padded.substring(0, first + 1).endsWith("x.")
                        || padded.substring(first + 1 + seats).startsWith(".x");
                List<Integer> rank =
                        List.of(orphan ? 1 : 0, focus.rowDistance(row), focus.distance(first, seats), row, first);
                if (bestRank.isEmpty() || isLess(rank, bestRank)) {
                    bestRank = rank;
                    List<String> ids = new ArrayList<>();
                    for (int seat = first; seat < first + seats; seat++) {
                        ids.add("A-" + (row + 1) + "-" + (seat + 1));
                    }
                    best = ids;
                }
            }
        }
        return best;
    }

    private static boolean isLess(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return one.get(i) < other.get(i);
            }
        }
        return false;
    }

    private static List<String> together(int seats, String... rows) {
        SectionPlan plan = plan(null, Map.of(), rows);
        return ids(plan, choose(plan, List.of(), rows).together(seats));
    }

    private static List<String> apart(int seats, String... rows) {
        SectionPlan plan = plan(null, Map.of(), rows);
        return ids(plan, choose(plan, List.of(), rows).apart(seats));
    }

    private static BestAvailable choose(SectionPlan plan, List<String> attributes, String... rows) {
        FreeSeats free = new FreeSeats(plan, seat -> isFree(plan, seat, rows));
        return BestAvailable.among(free, plan, attributes, plan.focus());
    }

    private static boolean isFree(SectionPlan plan, String id, String... rows) {
        String[] parts = id.split("-", -1);
        return plan.section().name().equals(parts[0])
                && rows[Integer.parseInt(parts[1]) - 1].charAt(Integer.parseInt(parts[2]) - 1) == '.';
    }

    private static SectionPlan plan(@Nullable FocalPoint focus, Map<String, List<String>> attributes, String... rows) {
        List<Row> lines = new ArrayList<>();
        for (String row : rows) {
            lines.add(new Row(String.valueOf(lines.size() + 1), row.length()));
        }
        return new SectionPlan(new Section("A", BookingMode.SEAT, "R", 1, lines, attributes, 0, List.of(), focus));
    }

    private static List<String> ids(SectionPlan plan, List<SectionPlan.Spot> spots) {
        List<String> ids = spots.stream().map(plan::id).toList();
        assertThat(Set.copyOf(ids)).hasSameSizeAs(ids);
        return ids;
    }
}
