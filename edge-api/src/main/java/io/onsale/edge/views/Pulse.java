package io.onsale.edge.views;

import java.time.Instant;

/**
 * How often something happened in each of the last seconds, by the log's clock.
 *
 * <p>Not safe for several threads: a lock of its owner's guards it.
 */
public final class Pulse {
    private static final int SECONDS = 64;

    private final long[] seconds = new long[SECONDS];
    private final int[] counts = new int[SECONDS];
    private long total;

    /** It happens. */
    public void beat(Instant at) {
        long second = at.getEpochSecond();
        int slot = Math.floorMod(second, SECONDS);
        total++;
        if (seconds[slot] < second) {
            seconds[slot] = second;
            counts[slot] = 0;
        }
        if (seconds[slot] == second) {
            counts[slot]++;
        }
    }

    /** How often it ever happened. */
    public long total() {
        return total;
    }

    /** The average of the last whole seconds before an instant. */
    public double perSecond(Instant now, int window) {
        return (double) within(now, window) / window;
    }

    /** How often in the last whole seconds before an instant. */
    public int within(Instant now, int window) {
        long end = now.getEpochSecond();
        int sum = 0;
        for (int i = 0; i < SECONDS; i++) {
            if (seconds[i] >= end - window && seconds[i] < end) {
                sum += counts[i];
            }
        }
        return sum;
    }
}
