package io.onsale.edge.views.queue;

import io.onsale.schemas.admission.JoinedPlace;
import io.onsale.waiting.Leaf;
import io.onsale.waiting.Line;
import io.onsale.waiting.Policy;
import io.onsale.waiting.ScoreInputs;
import io.onsale.waiting.Tier;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** What is known of each place of a room, by its sequence: columns, because there may be a million of them. */
final class Places {
    private static final int FIRST_ROOM = 64;
    private static final int UNKNOWN = -1;
    private static final List<Tier> TIERS = List.of(Tier.values());

    private final BitSet known = new BitSet();
    /** Those that take part in the draw. */
    private final BitSet roster = new BitSet();

    private long[] pseudonyms = new long[2 * FIRST_ROOM];
    /** The beginning of the digest of the request that gave it. */
    private long[] requests = new long[FIRST_ROOM];

    private long[] joinedAt = new long[FIRST_ROOM];
    private int[] purchases = new int[FIRST_ROOM];
    private short[] suspicions = new short[FIRST_ROOM];
    private byte[] tiers = new byte[FIRST_ROOM];
    private byte[] stages = new byte[FIRST_ROOM];
    /** How many were ahead when the place first had a position. */
    private int[] starts = new int[FIRST_ROOM];

    void add(int sequence, JoinedPlace place) {
        makeRoom(sequence);
        ByteBuffer pseudonym = place.getPseudonym().duplicate();
        pseudonyms[2 * sequence] = pseudonym.getLong();
        pseudonyms[2 * sequence + 1] = pseudonym.getLong();
        requests[sequence] = beginning(place.getRequest());
        joinedAt[sequence] = place.getJoinedAt().toEpochMilli();
        purchases[sequence] = place.getPurchases();
        starts[sequence] = UNKNOWN;
        stages[sequence] = (byte) Stage.WAITING.code();
        rate(sequence, place.getTier().name(), place.getSuspicion());
        known.set(sequence);
    }

    private void makeRoom(int sequence) {
        if (sequence >= stages.length) {
            int more = Math.max(sequence + 1, stages.length + (stages.length >> 1));
            pseudonyms = Arrays.copyOf(pseudonyms, 2 * more);
            requests = Arrays.copyOf(requests, more);
            joinedAt = Arrays.copyOf(joinedAt, more);
            purchases = Arrays.copyOf(purchases, more);
            suspicions = Arrays.copyOf(suspicions, more);
            tiers = Arrays.copyOf(tiers, more);
            stages = Arrays.copyOf(stages, more);
            starts = Arrays.copyOf(starts, more);
        }
    }

    void rate(int sequence, String tier, int suspicion) {
        tiers[sequence] = (byte) TIERS.indexOf(Tier.valueOf(tier));
        suspicions[sequence] = (short) suspicion;
    }

    /** Whether this request gave the place. */
    boolean isFrom(int sequence, ByteBuffer request) {
        return requests[sequence] == beginning(request);
    }

    private static long beginning(ByteBuffer digest) {
        return digest.remaining() < Long.BYTES ? 0 : digest.getLong(digest.position());
    }

    boolean has(long sequence) {
        return sequence >= 0 && sequence < stages.length && known.get((int) sequence);
    }

    Stage stage(int sequence) {
        return Stage.of(stages[sequence]);
    }

    void stage(int sequence, Stage stage) {
        stages[sequence] = (byte) stage.code();
    }

    Instant joinedAt(int sequence) {
        return Instant.ofEpochMilli(joinedAt[sequence]);
    }

    int start(int sequence) {
        return starts[sequence];
    }

    void start(int sequence, int ahead) {
        if (starts[sequence] == UNKNOWN) {
            starts[sequence] = ahead;
        }
    }

    /** How many were ahead of each when it first had a position, once a line has its order. */
    int[] startsIn(Line line) {
        int[] all = starts.clone();
        int[] ahead = {0};
        line.forEach(sequence -> {
            if (all[sequence] == UNKNOWN) {
                all[sequence] = ahead[0];
            }
            ahead[0]++;
            return true;
        });
        return all;
    }

    void starts(int[] all) {
        starts = all;
    }

    /** The newest place under a pseudonym; less than 0 where there is none. Looks at each, so it is for what is seldom asked. */
    int newest(byte[] pseudonym) {
        ByteBuffer wanted = ByteBuffer.wrap(pseudonym);
        long head = wanted.getLong();
        long tail = wanted.getLong();
        int sequence = known.length() - 1;
        while (sequence >= 0
                && !(known.get(sequence) && pseudonyms[2 * sequence] == head && pseudonyms[2 * sequence + 1] == tail)) {
            sequence--;
        }
        return sequence;
    }

    byte[] pseudonym(int sequence) {
        return ByteBuffer.allocate(Leaf.PSEUDONYM_BYTES)
                .putLong(pseudonyms[2 * sequence])
                .putLong(pseudonyms[2 * sequence + 1])
                .array();
    }

    /** What the place's score is made of. */
    ScoreInputs inputs(int sequence, int earliness) {
        return new ScoreInputs(TIERS.get(tiers[sequence]), purchases[sequence], earliness, suspicions[sequence]);
    }

    void takesPart(int sequence) {
        roster.set(sequence);
    }

    void takesNoPart(int sequence) {
        roster.clear(sequence);
    }

    boolean isInRoster(int sequence) {
        return roster.get(sequence);
    }

    /** Those that take part in the draw, in the order of joining. */
    IntStream roster() {
        return roster.stream();
    }

    /** The next that takes part, from a sequence on; less than 0 after the last. */
    int nextOfRoster(int from) {
        return roster.nextSetBit(from);
    }

    /** The place as it takes part. */
    Leaf leaf(int sequence, Policy policy, Instant drawsAt) {
        int earliness = policy.earliness(joinedAt(sequence), drawsAt);
        return Leaf.of(pseudonym(sequence), sequence, inputs(sequence, earliness), policy);
    }
}
