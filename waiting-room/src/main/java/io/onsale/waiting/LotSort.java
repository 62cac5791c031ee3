package io.onsale.waiting;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Sorts a roster by score downwards, then by lot upwards.
 *
 * <p>Places of one score are sorted as numbers, each the first bits of a lot with the place's index behind them. That is exact unless two lots begin alike,
 * which is looked at afterwards.
 */
final class LotSort {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] lots;
    private final long[] keys;
    private final int indexBits;

    private LotSort(int[] scores, byte[] lots) {
        this.lots = lots;
        this.keys = new long[scores.length];
        this.indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(scores.length);
    }

    static int[] order(int[] scores, byte[] lots) {
        return new LotSort(scores, lots).order(scores);
    }

    private int[] order(int[] scores) {
        int[] ascending = distinct(scores);
        int[] ends = fill(scores, ascending);
        int from = 0;
        for (int end : ends) {
            Arrays.sort(keys, from, end);
            separate(from, end);
            from = end;
        }
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = index(keys[i]);
        }
        return order;
    }

    private static int[] distinct(int[] scores) {
        int[] sorted = scores.clone();
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct] = sorted[i];
                distinct++;
            }
        }
        return Arrays.copyOf(sorted, distinct);
    }

    /** Puts the keys of each score together, the highest score first; answers where each ends. */
    private int[] fill(int[] scores, int[] ascending) {
        int[] next = new int[ascending.length + 1];
        for (int score : scores) {
            next[group(ascending, score) + 1]++;
        }
        for (int group = 1; group < next.length; group++) {
            next[group] += next[group - 1];
        }
        for (int index = 0; index < scores.length; index++) {
            int group = group(ascending, scores[index]);
            keys[next[group]] = key(index);
            next[group]++;
        }
        return Arrays.copyOf(next, ascending.length);
    }

    private static int group(int[] ascending, int score) {
        return ascending.length - 1 - Arrays.binarySearch(ascending, score);
    }

    /** Positive, so that the order of signed numbers is that of unsigned bytes. */
    private long key(int index) {
        long lot = (long) LONGS.get(lots, index * Hash.BYTES);
        return lot >>> 1 >>> indexBits << indexBits | index;
    }

    private int index(long key) {
        return (int) (key & (1L << indexBits) - 1);
    }

    /** Puts lots that begin alike in order; insertion sort, as there are hardly ever two. */
    private void separate(int from, int end) {
        for (int i = from + 1; i < end; i++) {
            for (int j = i; j > from && alike(keys[j - 1], keys[j]) && compare(keys[j - 1], keys[j]) > 0; j--) {
                long key = keys[j];
                keys[j] = keys[j - 1];
                keys[j - 1] = key;
            }
        }
    }

    private boolean alike(long one, long other) {
        return one >>> indexBits == other >>> indexBits;
    }

    private int compare(long one, long other) {
        int a = index(one) * Hash.BYTES;
        int b = index(other) * Hash.BYTES;
        int lots = Arrays.compareUnsigned(this.lots, a, a + Hash.BYTES, this.lots, b, b + Hash.BYTES);
        return lots != 0 ? lots : Integer.compare(a, b);
    }
}
