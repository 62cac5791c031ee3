package io.onsale.topologies.kit;

/**
 * What time it is on the log, as far as a host can tell: its own clock, put forward where records have proved that to be behind.
 *
 * <p>A record was written before it is read, so whatever it is ahead of the host's clock by, the log is at least. That the log is behind
 * proves nothing, because the record may have waited. So this is never later than the log's time unless the host's clock is.
 */
final class LogTime {

    /** So long the furthest record counts, unless one is further; after that the clock may have been set. */
    static final long BELIEVED_MILLIS = 10_000;

    private long ahead;
    private long seenAt;

    /** A record of this time was read at this time of the host's. */
    void saw(long recordMillis, long nowMillis) {
        long seen = Math.max(0, recordMillis - nowMillis);
        boolean old = Math.abs(nowMillis - seenAt) >= BELIEVED_MILLIS;
        if (seen >= ahead || old) {
            ahead = seen;
            seenAt = nowMillis;
        }
    }

    /** The log's time at this time of the host's. */
    long at(long nowMillis) {
        return nowMillis + ahead;
    }
}
