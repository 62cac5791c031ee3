package io.onsale.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The line against a plain list that is sorted again for every question. */
class LineAgainstSortedListTest {

    private static final byte[] NO_BEACON = {};
    private static final int STEPS = 2_000;

    /** A place, and everything that its position follows from. */
    private record Waiting(int sequence, int cohort, int score, String lot, int turn) {

        static final Comparator<Waiting> ORDER = Comparator.comparingInt(Waiting::cohort)
                .thenComparingInt(place -> -place.score())
                .thenComparing(Waiting::lot)
                .thenComparingInt(Waiting::turn);
    }

    private final Map<Integer, Waiting> waiting = new HashMap<>();
    private Line line = new Line();
    private int joined;
    private int turns;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isTheSameAfterEveryStep(long seed) {
        Random random = new Random(seed);
        List<Leaf> roster = gather(random);
        draw(random, roster);
        for (int step = 0; step < STEPS; step++) {
            step(random);
            if (step % 250 == 0) {
                assertSame(seed);
            }
        }
        assertSame(seed);
    }

    private List<Leaf> gather(Random random) {
        List<Leaf> roster = Crowd.of(random.nextInt(1_500), Policy.PRIORITY_1, random);
        for (Leaf leaf : roster) {
            line.addToRoster(leaf.sequence());
            joined = leaf.sequence() + 1;
        }
        return roster;
    }

    private void draw(Random random, List<Leaf> leaves) {
        Roster roster = Crowd.roster(Policy.PRIORITY_1, leaves);
        Hash drawSeed = Crowd.hash(random);
        line.draw(new Draw(drawSeed, roster.root(), NO_BEACON).order(roster));
        for (Leaf leaf : leaves) {
            int score = Policy.PRIORITY_1.score(leaf.inputs());
            int cohort = Policy.PRIORITY_1.suspects(leaf.inputs().suspicion()) ? 2 : 0;
            String lot =
                    Crowd.lot(drawSeed, roster.root(), NO_BEACON, leaf.hash()).hex();
            waiting.put(leaf.sequence(), new Waiting(leaf.sequence(), cohort, score, lot, 0));
        }
    }

    private void step(Random random) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> join(random.nextInt(40));
            case 3 -> joinAtTheEnd();
            case 4, 5 -> leave(random.nextInt(joined + 10));
            case 6 -> move(random.nextInt(joined + 10));
            default -> take(random.nextInt(6));
        }
    }

    private void join(int score) {
        line.add(joined, score);
        waiting.put(joined, new Waiting(joined, 1, score, "", joined));
        joined++;
    }

    private void joinAtTheEnd() {
        line.addToEnd(joined);
        waiting.put(joined, atTheEnd(joined));
        joined++;
    }

    /** Behind the roster's suspects, whose scores are more than that. */
    private Waiting atTheEnd(int sequence) {
        turns++;
        return new Waiting(sequence, 2, -1_000_000, "", turns);
    }

    private void leave(int sequence) {
        assertThat(line.remove(sequence)).isEqualTo(waiting.remove(sequence) != null);
    }

    private void move(int sequence) {
        Waiting place = waiting.get(sequence);
        boolean moves = place != null && place.cohort() != 2;
        if (moves) {
            waiting.put(sequence, atTheEnd(sequence));
        }
        assertThat(line.moveToEnd(sequence)).isEqualTo(moves);
    }

    private void take(int most) {
        List<Integer> expected = sorted().stream().limit(most).toList();
        assertThat(Crowd.take(line, most))
                .containsExactly(expected.stream().mapToInt(Integer::intValue).toArray());
        waiting.keySet().removeAll(expected);
    }

    private List<Integer> sorted() {
        return waiting.values().stream()
                .sorted(Waiting.ORDER)
                .map(Waiting::sequence)
                .toList();
    }

    private void assertSame(long seed) {
        List<Integer> expected = sorted();
        List<Integer> shown = new ArrayList<>();
        line.forEach(shown::add);
        assertThat(shown).as("seed %d", seed).isEqualTo(expected);
        assertThat(line.size()).isEqualTo(expected.size());
        for (int position = 0; position < expected.size(); position++) {
            assertThat(line.rank(expected.get(position))).hasValue(position);
        }
    }
}
