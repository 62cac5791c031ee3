package io.onsale.waiting;

import java.util.Arrays;
import java.util.BitSet;

/** Who takes part in a draw, in the order of joining: the leaves' hashes and scores, 40 bytes a place. Immutable. */
public final class Roster {

    private final int size;
    private final int[] sequences;
    private final int[] scores;
    private final BitSet suspects;
    private final byte[] hashes;

    private Roster(Builder builder) {
        int[] order = builder.bySequence();
        size = builder.size;
        sequences = new int[size];
        scores = new int[size];
        suspects = new BitSet(size);
        hashes = new byte[size * Hash.BYTES];
        for (int index = 0; index < size; index++) {
            int from = order[index];
            sequences[index] = builder.sequences[from];
            scores[index] = builder.scores[from];
            suspects.set(index, builder.suspects.get(from));
            System.arraycopy(builder.hashes, from * Hash.BYTES, hashes, index * Hash.BYTES, Hash.BYTES);
        }
        requireDistinct();
    }

    private void requireDistinct() {
        for (int index = 1; index < size; index++) {
            if (sequences[index - 1] == sequences[index]) {
                throw new IllegalArgumentException("place " + sequences[index] + " is in the roster twice");
            }
        }
    }

    public static Builder under(Policy policy) {
        return new Builder(policy);
    }

    public int size() {
        return size;
    }

    /** The place of a leaf, which is counted from 0. */
    public int sequence(int index) {
        return sequences[index];
    }

    /** The index of a place's leaf; negative where it has none. */
    public int index(int sequence) {
        return Arrays.binarySearch(sequences, sequence);
    }

    public int score(int index) {
        return scores[index];
    }

    /** Whether a place goes to the very end once the order is drawn. */
    public boolean suspect(int index) {
        return suspects.get(index);
    }

    public Hash leafHash(int index) {
        return Hash.own(Arrays.copyOfRange(hashes, index * Hash.BYTES, (index + 1) * Hash.BYTES));
    }

    /** The Merkle root over the leaves. */
    public Hash root() {
        return MerkleRoot.of(hashes, 0, size);
    }

    /** For proofs; shares the hashes with this roster. */
    public MerkleTree tree() {
        return new MerkleTree(hashes, size);
    }

    /** The leaves' hashes one after another; not a copy. */
    byte[] hashes() {
        return hashes;
    }

    /** The scores; not a copy. */
    int[] scores() {
        return scores;
    }

    /** Gathers leaves in whatever order they come. */
    public static final class Builder {

        /** An array of bytes holds no more hashes. */
        private static final int MOST = Integer.MAX_VALUE / Hash.BYTES - 1;

        private final Policy policy;
        private final Sha256 sha256 = new Sha256();
        private final BitSet suspects = new BitSet();
        private int[] sequences = new int[64];
        private int[] scores = new int[64];
        private byte[] hashes = new byte[64 * Hash.BYTES];
        private int size;

        private Builder(Policy policy) {
            this.policy = policy;
        }

        /**
         * Somebody takes part.
         *
         * @throws IllegalArgumentException if the leaf belongs to another policy
         */
        public Builder add(Leaf leaf) {
            if (!leaf.policy().equals(policy.version())) {
                throw new IllegalArgumentException(
                        "place %d goes by %s, not %s".formatted(leaf.sequence(), leaf.policy(), policy.version()));
            }
            makeRoom();
            sequences[size] = leaf.sequence();
            scores[size] = policy.score(leaf.inputs());
            suspects.set(size, policy.suspects(leaf.inputs().suspicion()));
            sha256.leaf().update(leaf.line()).end(hashes, size * Hash.BYTES);
            size++;
            return this;
        }

        private void makeRoom() {
            if (size == MOST) {
                throw new IllegalStateException("no roster has more than " + MOST + " places");
            }
            if (size == sequences.length) {
                int more = Math.min(MOST, size + (size >> 1));
                sequences = Arrays.copyOf(sequences, more);
                scores = Arrays.copyOf(scores, more);
                hashes = Arrays.copyOf(hashes, more * Hash.BYTES);
            }
        }

        /**
         * The roster, final.
         *
         * @throws IllegalArgumentException if two leaves have the same place
         */
        public Roster build() {
            return new Roster(this);
        }

        private int[] bySequence() {
            long[] keys = new long[size];
            for (int i = 0; i < size; i++) {
                keys[i] = (long) sequences[i] << Integer.SIZE | i;
            }
            Arrays.sort(keys);
            int[] order = new int[size];
            for (int i = 0; i < size; i++) {
                order[i] = (int) keys[i];
            }
            return order;
        }
    }
}
