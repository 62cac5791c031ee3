package io.onsale.waiting;

import java.util.Arrays;

/**
 * Places in the order in which they came. Whoever leaves leaves a gap: a bit says who is there, and a Fenwick tree counts them by blocks of 512.
 */
final class Bucket {

    private static final int WORD_BITS = 6;
    private static final int BLOCK_BITS = 9;

    private final int score;
    private int[] sequences;
    private long[] present;

    /** Over blocks, counted from 1; its length less one is a power of two. */
    private int[] counts = new int[2];

    private int size;
    private int alive;

    /** Nobody is there before this. */
    private int head;

    Bucket(int score, int expected) {
        this.score = score;
        sequences = new int[Math.max(1, expected)];
        present = new long[words(sequences.length)];
    }

    private static int words(int entries) {
        return (entries + Long.SIZE - 1) >>> WORD_BITS;
    }

    /** What everybody here has in common. */
    int score() {
        return score;
    }

    /** Answers the entry. */
    int append(int sequence) {
        if (size == sequences.length) {
            int more = size + Math.max(4, size >> 1);
            sequences = Arrays.copyOf(sequences, more);
            present = Arrays.copyOf(present, words(more));
        }
        int entry = size;
        sequences[entry] = sequence;
        present[entry >>> WORD_BITS] |= 1L << entry;
        size++;
        count(entry, 1);
        return entry;
    }

    void remove(int entry) {
        present[entry >>> WORD_BITS] &= ~(1L << entry);
        count(entry, -1);
    }

    private void count(int entry, int by) {
        int block = (entry >>> BLOCK_BITS) + 1;
        if (block == counts.length) {
            // All that is counted stands under the new last node, and nothing under those between.
            counts = Arrays.copyOf(counts, 2 * (block - 1) + 1);
            counts[counts.length - 1] = alive;
        }
        alive += by;
        for (int node = block; node < counts.length; node += node & -node) {
            counts[node] += by;
        }
    }

    /** How many are there. */
    int alive() {
        return alive;
    }

    int sequence(int entry) {
        return sequences[entry];
    }

    /** How many are there before an entry. */
    int rank(int entry) {
        int before = 0;
        for (int node = entry >>> BLOCK_BITS; node > 0; node -= node & -node) {
            before += counts[node];
        }
        int last = entry >>> WORD_BITS;
        for (int word = entry >>> BLOCK_BITS << (BLOCK_BITS - WORD_BITS); word < last; word++) {
            before += Long.bitCount(present[word]);
        }
        return before + Long.bitCount(present[last] & ((1L << entry) - 1));
    }

    /** The first entry with somebody there; the end where there is none. */
    int first() {
        head = next(head);
        return head;
    }

    /** The first entry with somebody there, from one on; the end where there is none. */
    int next(int from) {
        int last = words(size);
        int word = from >>> WORD_BITS;
        if (word >= last) {
            return size;
        }
        long there = present[word] & (-1L << from);
        while (there == 0) {
            word++;
            if (word == last) {
                return size;
            }
            there = present[word];
        }
        return (word << WORD_BITS) + Long.numberOfTrailingZeros(there);
    }

    int end() {
        return size;
    }
}
