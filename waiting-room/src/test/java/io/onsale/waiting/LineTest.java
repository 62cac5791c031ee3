package io.onsale.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineTest {

    private static final Hash SEED = Crowd.hash(new Random(1));
    private static final byte[] NO_BEACON = {};

    private final Line line = new Line();

    @Test
    void hasNoOrderBeforeTheDraw() {
        line.addToRoster(1);
        line.addToRoster(2);
        line.add(3, 500);

        assertThat(line.size()).isEqualTo(3);
        assertThat(line.rank(1)).isEmpty();
        assertThat(line.rank(3)).isEmpty();
        assertThat(line.next(10)).isEmpty();
        assertThat(line.isDrawn()).isFalse();
    }

    @Test
    void putsTheRosterInTheOrderDrawnWithSuspectsAtTheEnd() {
        DrawnOrder order = joined(Crowd.of(40, Policy.PRIORITY_1, new Random(2)));
        line.add(900, 0);
        line.draw(order);

        List<Integer> trusted = places(order, false);
        List<Integer> suspected = places(order, true);
        assertThat(suspected).isNotEmpty();
        assertThat(line.next(100)).containsExactly(concat(trusted, List.of(900), suspected));
    }

    @Test
    void leavesOutWhoLeftBeforeTheDraw() {
        List<Leaf> leaves = Crowd.of(20, Policy.LOTTERY_1, new Random(3));
        DrawnOrder order = joined(leaves);
        int gone = leaves.get(4).sequence();
        line.remove(gone);
        line.draw(order);

        assertThat(line.size()).isEqualTo(19);
        assertThat(line.next(20)).hasSize(19).doesNotContain(gone);
    }

    @Test
    void canBeReadAsItWasWhileItsSuccessorIsMade() {
        List<Leaf> leaves = Crowd.of(20, Policy.PRIORITY_1, new Random(3));
        DrawnOrder order = joined(leaves);
        line.addToEnd(901);
        Line after = line.drawn(order);

        assertThat(line.isDrawn()).isFalse();
        assertThat(line.size()).isEqualTo(21);
        assertThat(line.next(30)).isEmpty();
        assertThat(after.next(30)).containsExactly(concat(places(order, false), places(order, true), List.of(901)));
    }

    @Test
    void refusesADrawThatForgetsSomebody() {
        DrawnOrder order = joined(Crowd.of(3, Policy.LOTTERY_1, new Random(4)));
        line.addToRoster(500);

        assertThatThrownBy(() -> line.draw(order)).hasMessage("1 of the roster are not in the order");
    }

    @Test
    void isDrawnOnce() {
        DrawnOrder order = joined(Crowd.of(3, Policy.LOTTERY_1, new Random(4)));
        line.draw(order);

        assertThatThrownBy(() -> line.draw(order)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> line.addToRoster(77)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void secondCohortGoesByScoreThenByArrival() {
        line.draw(joined(List.of()));
        line.add(1, 0);
        line.add(2, 500);
        line.add(3, 0);
        line.add(4, 1000);
        line.add(5, 500);

        assertThat(line.next(9)).containsExactly(4, 2, 5, 1, 3);
        assertThat(line.rank(4)).hasValue(0);
        assertThat(line.rank(5)).hasValue(2);
        assertThat(line.rank(3)).hasValue(4);
    }

    @Test
    void aSuspectMovesToTheVeryEndOnce() {
        line.draw(joined(List.of()));
        line.add(1, 0);
        line.add(2, 0);
        line.addToEnd(3);

        assertThat(line.moveToEnd(1)).isTrue();
        assertThat(line.moveToEnd(2)).isTrue();
        assertThat(line.moveToEnd(1)).isFalse();
        assertThat(line.moveToEnd(99)).isFalse();
        assertThat(line.next(9)).containsExactly(3, 1, 2);
    }

    @Test
    void whoWasMovedBeforeTheDrawStandsBehindTheRostersSuspects() {
        List<Leaf> leaves = Crowd.of(40, Policy.LOTTERY_1, new Random(5));
        DrawnOrder order = joined(leaves);
        List<Integer> suspected = places(order, true);
        int moved = places(order, false).getFirst();
        line.addToEnd(800);
        line.moveToEnd(moved);
        line.draw(order);

        List<Integer> trusted = places(order, false);
        assertThat(line.next(100))
                .containsExactly(concat(trusted.subList(1, trusted.size()), suspected, List.of(800, moved)));
    }

    @Test
    void whoCameTooLateForADrawKnowsThePlaceBeforeItIsDone() {
        List<Leaf> leaves = Crowd.of(40, Policy.LOTTERY_1, new Random(6));
        DrawnOrder order = joined(leaves);
        List<Integer> trusted = places(order, false);
        List<Integer> suspected = new ArrayList<>(places(order, true));
        assertThat(suspected).hasSizeGreaterThan(1);
        line.remove(suspected.removeFirst());
        line.remove(trusted.get(3));
        for (int place = 900; place < 910; place++) {
            line.add(place, place % 3);
        }
        line.addToEnd(910);
        line.moveToEnd(trusted.get(1));
        List<Integer> late = IntStream.concat(IntStream.rangeClosed(900, 910), IntStream.of(trusted.get(1)))
                .boxed()
                .toList();

        Map<Integer, OptionalInt> before = late.stream()
                .collect(Collectors.toMap(place -> place, place -> line.rankBehindRoster(place, suspected.size())));
        assertThat(line.rankBehindRoster(trusted.getFirst(), suspected.size())).isEmpty();
        line.draw(order);

        assertThat(before).allSatisfy((place, rank) -> assertThat(rank).isEqualTo(line.rank(place)));
        assertThat(line.rankBehindRoster(900, suspected.size())).isEmpty();
    }

    @Test
    void takesWhoeverIsNext() {
        line.draw(joined(List.of()));
        for (int place = 0; place < 5; place++) {
            line.add(place, 0);
        }

        assertThat(Crowd.take(line, 2)).containsExactly(0, 1);
        assertThat(line.contains(0)).isFalse();
        assertThat(line.rank(0)).isEmpty();
        assertThat(line.rank(2)).hasValue(0);
        assertThat(Crowd.take(line, 9)).containsExactly(2, 3, 4);
        assertThat(Crowd.take(line, 9)).isEmpty();
    }

    @Test
    void nobodyHasAPlaceTwice() {
        line.add(1, 0);

        assertThatThrownBy(() -> line.add(1, 5)).hasMessageContaining("already");
        assertThatThrownBy(() -> line.addToEnd(1)).hasMessageContaining("already");
        assertThat(line.size()).isEqualTo(1);
        assertThat(line.remove(1)).isTrue();
        assertThat(line.remove(1)).isFalse();
        assertThat(line.remove(-1)).isFalse();
        assertThat(line.remove(1_000_000)).isFalse();
    }

    private DrawnOrder joined(List<Leaf> leaves) {
        leaves.forEach(leaf -> line.addToRoster(leaf.sequence()));
        Roster roster = Crowd.roster(leaves.isEmpty() ? Policy.DRAW_1 : policy(leaves), leaves);
        return new Draw(SEED, roster.root(), NO_BEACON).order(roster);
    }

    private static Policy policy(List<Leaf> leaves) {
        return Policy.named(leaves.getFirst().policy()).orElseThrow();
    }

    private static List<Integer> places(DrawnOrder order, boolean suspected) {
        return IntStream.range(0, order.size())
                .filter(position -> order.roster().suspect(order.index(position)) == suspected)
                .mapToObj(order::sequence)
                .toList();
    }

    private static int[] concat(List<Integer> one, List<Integer> two, List<Integer> three) {
        return Stream.of(one, two, three)
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
