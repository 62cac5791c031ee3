package io.onsale.waiting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Made-up fans for tests: any number of them, the same for the same seed. */
final class Crowd {

    private static final List<Tier> TIERS = List.of(Tier.NONE, Tier.SILVER, Tier.GOLD, Tier.PLATINUM);

    private Crowd() {}

    /** Places with gaps between them, about a tenth of them suspected. */
    static List<Leaf> of(int size, Policy policy, Random random) {
        List<Leaf> leaves = new ArrayList<>();
        int sequence = 0;
        for (int i = 0; i < size; i++) {
            sequence += 1 + random.nextInt(3);
            leaves.add(leaf(sequence, policy, random));
        }
        return leaves;
    }

    private static Leaf leaf(int sequence, Policy policy, Random random) {
        byte[] pseudonym = new byte[Leaf.PSEUDONYM_BYTES];
        random.nextBytes(pseudonym);
        Tier tier = TIERS.get(random.nextInt(TIERS.size()));
        int suspicion = random.nextInt(10) == 0 ? 701 + random.nextInt(300) : random.nextInt(701);
        ScoreInputs inputs =
                new ScoreInputs(tier, random.nextInt(6), random.nextInt(policy.earlinessMost() + 1), suspicion);
        return Leaf.of(pseudonym, sequence, inputs, policy);
    }

    static Roster roster(Policy policy, List<Leaf> leaves) {
        Roster.Builder builder = Roster.under(policy);
        leaves.forEach(builder::add);
        return builder.build();
    }

    /** A leaf's lot, as docs/draw.md has it. */
    static Hash lot(Hash seed, Hash root, byte[] beacon, Hash leaf) {
        return new Sha256()
                .update("onsale-draw-order-1")
                .update(seed.bytes())
                .update(root.bytes())
                .update(beacon)
                .update(leaf.bytes())
                .end();
    }

    /** Those who are next leave the line. */
    static int[] take(Line line, int most) {
        int[] next = line.next(most);
        Arrays.stream(next).forEach(line::remove);
        return next;
    }

    static Hash hash(Random random) {
        byte[] bytes = new byte[Hash.BYTES];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }
}
