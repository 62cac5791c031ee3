package io.onsale.edge.views.queue;

import java.time.Duration;

/** How long people waited, to two parts in a hundred. */
final class Waits {
    private static final int BUCKETS = 1_024;
    private static final double STEP = Math.log(1.02);

    private final int[] counts = new int[BUCKETS];
    private long total;

    void add(Duration wait) {
        double seconds = Math.max(0, wait.toMillis() / 1_000.0);
        counts[Math.min(BUCKETS - 1, (int) (Math.log1p(seconds) / STEP))]++;
        total++;
    }

    /** So many seconds this part of them waited at most; 0 where nobody did. */
    double quantile(double part) {
        long wanted = (long) Math.ceil(part * total);
        long seen = 0;
        for (int bucket = 0; bucket < BUCKETS && total > 0; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted) {
                return bucket == 0 ? 0 : Math.expm1(STEP * (bucket + 1));
            }
        }
        return 0;
    }
}
