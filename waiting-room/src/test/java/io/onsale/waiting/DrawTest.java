package io.onsale.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final Hash SEED = Hash.ofHex("ab".repeat(32));
    private static final byte[] BEACON = {1, 2, 3};

    /** As {@code { printf onsale-draw-seed-1event-1; printf ab… | xxd -r -p; } | sha256sum} says. */
    @Test
    void theCommitmentIsWhatAnybodyCanCompute() {
        assertThat(Draw.commitment("event-1", SEED).hex())
                .isEqualTo("01034ab71fa4881d8aa7776c71d4cc2029ab47e49878f05385ceb3e4fa2d8730");
    }

    /** As {@code { printf onsale-draw-order-1; printf ab…cd…010203ef… | xxd -r -p; } | sha256sum} says. */
    @Test
    void aLotIsWhatAnybodyCanCompute() {
        Hash root = Hash.ofHex("cd".repeat(32));
        Hash leaf = Hash.ofHex("ef".repeat(32));

        assertThat(Crowd.lot(SEED, root, BEACON, leaf).hex())
                .isEqualTo("06006676c9761b3d6e41b3a46c5ed54b66cbdc41e9050d25bfdedd4be738c014");
    }

    @Test
    void ordersByScoreThenByLot() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Policy policy = Policy.NAMED.get(seed % Policy.NAMED.size());
            List<Leaf> leaves = Crowd.of(random.nextInt(400), policy, random);
            Roster roster = Crowd.roster(policy, leaves);
            Hash drawSeed = Crowd.hash(random);
            byte[] beacon = seed % 2 == 0 ? BEACON : new byte[0];

            List<Integer> expected = leaves.stream()
                    .sorted(Comparator.<Leaf>comparingInt(leaf -> -policy.score(leaf.inputs()))
                            .thenComparing(leaf -> Crowd.lot(drawSeed, roster.root(), beacon, leaf.hash())))
                    .map(Leaf::sequence)
                    .toList();
            assertThat(sequences(new Draw(drawSeed, roster.root(), beacon).order(roster)))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aPartOfARosterStandsInTheWholesOrder() {
        Random random = new Random(7);
        List<Leaf> leaves = Crowd.of(500, Policy.PRIORITY_1, random);
        Roster whole = Crowd.roster(Policy.PRIORITY_1, leaves);
        List<Leaf> some =
                leaves.stream().filter(leaf -> leaf.sequence() % 3 != 0).toList();
        Draw draw = new Draw(SEED, whole.root(), BEACON);

        List<Integer> expected = new ArrayList<>(sequences(draw.order(whole)));
        expected.retainAll(some.stream().map(Leaf::sequence).toList());
        assertThat(sequences(draw.order(Crowd.roster(Policy.PRIORITY_1, some)))).isEqualTo(expected);
    }

    @Test
    void theRosterIsTheSameInWhateverOrderItIsGathered() {
        Random random = new Random(8);
        List<Leaf> leaves = Crowd.of(300, Policy.DRAW_1, random);
        Roster roster = Crowd.roster(Policy.DRAW_1, leaves);
        List<Leaf> shuffled = new ArrayList<>(leaves);
        Collections.shuffle(shuffled, random);
        Roster again = Crowd.roster(Policy.DRAW_1, shuffled);

        assertThat(again.root()).isEqualTo(roster.root());
        for (int index = 0; index < leaves.size(); index++) {
            assertThat(again.sequence(index)).isEqualTo(leaves.get(index).sequence());
            assertThat(again.leafHash(index)).isEqualTo(leaves.get(index).hash());
            assertThat(again.score(index))
                    .isEqualTo(Policy.DRAW_1.score(leaves.get(index).inputs()));
            assertThat(again.index(leaves.get(index).sequence())).isEqualTo(index);
        }
        assertThat(again.index(0)).isNegative();
    }

    @Test
    void aRosterHasNoPlaceTwiceAndOnePolicy() {
        Leaf leaf = Crowd.of(1, Policy.DRAW_1, new Random(9)).getFirst();
        Roster.Builder twice = Roster.under(Policy.DRAW_1).add(leaf).add(leaf);

        assertThatThrownBy(twice::build).hasMessageContaining("twice");
        assertThatThrownBy(() -> Roster.under(Policy.LOTTERY_1).add(leaf)).hasMessageContaining("lottery-1");
    }

    /** Lots that begin alike do not occur by chance, so these are made up. */
    @Test
    void lotsThatBeginAlikeAreToldApartByTheirRest() {
        Random random = new Random(10);
        int[] scores = random.ints(200, 0, 2).toArray();
        byte[] lots = new byte[scores.length * Hash.BYTES];
        for (int index = 0; index < scores.length; index++) {
            lots[index * Hash.BYTES] = (byte) (random.nextBoolean() ? 0x80 : 0x7f);
            lots[index * Hash.BYTES + 7] = (byte) random.nextInt(256);
            lots[(index + 1) * Hash.BYTES - 1] = (byte) index;
        }

        int[] expected = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(index -> -scores[index])
                        .thenComparing(index -> lot(lots, index), Arrays::compareUnsigned))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(LotSort.order(scores, lots)).containsExactly(expected);
    }

    @Test
    void everybodyHasTheSameChance() {
        int fans = 8;
        int draws = 20_000;
        Random random = new Random(11);
        Roster roster = Crowd.roster(Policy.LOTTERY_1, trusted(fans));
        int[] first = new int[fans];
        for (int i = 0; i < draws; i++) {
            first[
                    new Draw(Crowd.hash(random), roster.root(), BEACON)
                            .order(roster)
                            .index(0)]++;
        }

        assertThat(IntStream.of(first).boxed())
                .allSatisfy(times -> assertThat(times).isBetween(2_300, 2_700));
    }

    private static List<Leaf> trusted(int fans) {
        ScoreInputs inputs = new ScoreInputs(Tier.NONE, 0, 0, 0);
        return IntStream.range(0, fans)
                .mapToObj(fan -> Leaf.of(new byte[Leaf.PSEUDONYM_BYTES], fan, inputs, Policy.LOTTERY_1))
                .toList();
    }

    private static byte[] lot(byte[] lots, int index) {
        return Arrays.copyOfRange(lots, index * Hash.BYTES, (index + 1) * Hash.BYTES);
    }

    private static List<Integer> sequences(DrawnOrder order) {
        return IntStream.range(0, order.size()).map(order::sequence).boxed().toList();
    }
}
