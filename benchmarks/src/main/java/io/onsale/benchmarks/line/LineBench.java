package io.onsale.benchmarks.line;

import io.onsale.waiting.Draw;
import io.onsale.waiting.DrawnOrder;
import io.onsale.waiting.Hash;
import io.onsale.waiting.InclusionProof;
import io.onsale.waiting.Leaf;
import io.onsale.waiting.Line;
import io.onsale.waiting.MerkleTree;
import io.onsale.waiting.Policy;
import io.onsale.waiting.Roster;
import io.onsale.waiting.ScoreInputs;
import io.onsale.waiting.Tier;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** One round of everything that is done with a line, on one thread, in processor time: others may be busy on the machine. */
final class LineBench {

    private static final int PROOFS = 10_000;
    private static final int SCORES = 100;
    private static final int BATCH = 500;
    private static final byte[] NO_BEACON = {};

    /** What was measured, for people and, by its name, for programs. */
    record Figure(String name, String what, double value, String unit) {}

    private final int fans;
    private final Random random;
    private final List<Figure> figures = new ArrayList<>();

    LineBench(int fans, long seed) {
        this.fans = fans;
        this.random = new Random(seed);
    }

    List<Figure> run() {
        long before = heap();
        Roster roster = timed("gather", "a leaf made, hashed and put into the roster", fans, this::roster);
        memory("roster", "the roster, a place", before);
        Hash root = seconds("root", "the Merkle root", roster::root);
        DrawnOrder order = seconds("draw", "the draw: every lot, and the order", () -> draw(roster, root));
        seconds("order_hash", "the order's hash", order::hash);
        proofs(roster);
        line(roster, order);
        return List.copyOf(figures);
    }

    private Roster roster() {
        Roster.Builder builder = Roster.under(Policy.PRIORITY_1);
        byte[] pseudonym = new byte[Leaf.PSEUDONYM_BYTES];
        for (int fan = 0; fan < fans; fan++) {
            random.nextBytes(pseudonym);
            Tier tier = fan % 50 == 0 ? Tier.PLATINUM : fan % 7 == 0 ? Tier.GOLD : Tier.NONE;
            ScoreInputs inputs = new ScoreInputs(tier, fan % 5, fan % 300, fan % 710);
            builder.add(Leaf.of(pseudonym, fan, inputs, Policy.PRIORITY_1));
        }
        return builder.build();
    }

    private static DrawnOrder draw(Roster roster, Hash root) {
        return new Draw(root, root, NO_BEACON).order(roster);
    }

    private void proofs(Roster roster) {
        MerkleTree tree = seconds("tree", "the Merkle tree for proofs", roster::tree);
        timed("proof", "a proof of inclusion", PROOFS, () -> {
            InclusionProof last = tree.proof(0);
            for (int i = 1; i < PROOFS; i++) {
                last = tree.proof(random.nextInt(fans));
            }
            return last;
        });
    }

    private void line(Roster roster, DrawnOrder order) {
        long before = heap();
        Line line = new Line();
        timed("join_roster", "a join before the draw", fans, () -> {
            for (int fan = 0; fan < fans; fan++) {
                line.addToRoster(roster.sequence(fan));
            }
            return line;
        });
        seconds("line_draw", "the line takes over the order drawn", () -> {
            line.draw(order);
            return line;
        });
        memory("line_place", "the line, a place, the roster drawn", before);
        timed("join", "a join after the draw", fans, () -> {
            for (int fan = 0; fan < fans; fan++) {
                line.add(fans + fan, 10 * random.nextInt(SCORES));
            }
            return line;
        });
        ranks(line);
        timed("leave", "somebody leaves, from anywhere", fans / 2, () -> {
            for (int i = 0; i < fans / 2; i++) {
                line.remove(random.nextInt(2 * fans));
            }
            return line;
        });
        admissions(line);
    }

    private void ranks(Line line) {
        int asked = 4 * fans;
        timed("rank", "a rank among twice as many", asked, () -> {
            long sum = 0;
            for (int i = 0; i < asked; i++) {
                sum += line.rank(random.nextInt(2 * fans)).orElse(0);
            }
            return sum;
        });
    }

    private void admissions(Line line) {
        int let = line.size();
        timed("admit", "somebody is let in, 500 at a time", let, () -> {
            int last = 0;
            while (line.size() > 0) {
                int[] next = line.next(BATCH);
                Arrays.stream(next).forEach(line::remove);
                last = next[0];
            }
            return last;
        });
    }

    private <T> T seconds(String name, String what, Supplier<T> work) {
        long begin = processorTime();
        T result = work.get();
        figures.add(new Figure(name, what, (processorTime() - begin) / 1e6, "ms"));
        return result;
    }

    private <T> T timed(String name, String what, int times, Supplier<T> work) {
        long begin = processorTime();
        T result = work.get();
        figures.add(new Figure(name, what, (double) (processorTime() - begin) / times, "ns"));
        return result;
    }

    private void memory(String name, String what, long before) {
        figures.add(new Figure(name, what, (double) (heap() - before) / fans, "bytes"));
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
