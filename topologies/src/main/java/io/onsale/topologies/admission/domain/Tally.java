package io.onsale.topologies.admission.domain;

/** How many live places came from where, by digest; a million digests in some 20 MB. Nothing is counted for 0, which is nowhere. */
final class Tally {

    private static final double FULL = 0.75;
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private long[] digests = new long[16];
    private int[] counts = new int[16];
    /** Slots with a digest, be its count 0. */
    private int used;

    int of(long digest) {
        return digest == 0 ? 0 : counts[slot(digest)];
    }

    void add(long digest, int by) {
        if (digest == 0) {
            return;
        }
        if (digests[slot(digest)] == 0 && used + 1 > FULL * digests.length) {
            spread();
        }
        int slot = slot(digest);
        if (digests[slot] == 0) {
            digests[slot] = digest;
            used++;
        }
        counts[slot] += by;
    }

    private int slot(long digest) {
        long scattered = (digest * SCATTER) >>> Integer.SIZE;
        int slot = (int) ((scattered * digests.length) >>> Integer.SIZE);
        while (digests[slot] != 0 && digests[slot] != digest) {
            slot = slot + 1 == digests.length ? 0 : slot + 1;
        }
        return slot;
    }

    /** Leaves behind whoever has nothing any more. */
    private void spread() {
        long[] before = digests;
        int[] counted = counts;
        int length = Math.max(before.length, alive() * 2);
        digests = new long[length];
        counts = new int[length];
        used = 0;
        for (int i = 0; i < before.length; i++) {
            if (counted[i] != 0) {
                int slot = slot(before[i]);
                digests[slot] = before[i];
                counts[slot] = counted[i];
                used++;
            }
        }
    }

    private int alive() {
        int alive = 0;
        for (int count : counts) {
            alive += count == 0 ? 0 : 1;
        }
        return alive;
    }
}
