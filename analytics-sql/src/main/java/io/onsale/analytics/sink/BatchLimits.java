package io.onsale.analytics.sink;

import java.time.Duration;

/**
 * How large and how old the batch of one partition may become.
 *
 * @param bytes of records as they are in the log
 * @param age of its oldest record, from when it was read
 */
public record BatchLimits(int rows, long bytes, Duration age) {
    public BatchLimits {
        if (rows < 1 || bytes < 1 || age.isNegative()) {
            throw new IllegalArgumentException("a batch needs room for a row");
        }
    }
}
