package io.onsale.edge.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * What time it is where the log is written: the host's clock, put right by as much as brokers have shown it to be wrong.
 *
 * <p>A broker stamps each command between the moments at which it was sent and acknowledged; a stamp outside of them shows how wrong the host's clock is at
 * least. The median of the last few counts, so that one broker among several that is wrong itself changes nothing, and so does little.
 */
public final class BrokerClock extends Clock {

    /** So much the host's clock may be wrong by: tokens and pages allow for it. */
    static final Duration TOLERATED = Duration.ofSeconds(2);

    private static final int SEEN = 15;

    private final Clock host;
    private final long[] offsets = new long[SEEN];
    private int seen;
    private volatile long offset;

    /** The host's clock, until commands were sent. */
    public BrokerClock(Clock host) {
        this.host = host;
    }

    /** A command that was sent at an instant of the host's was stamped with a broker's, and acknowledged just now. */
    public synchronized void stamped(long sentMillis, long brokerMillis) {
        offsets[seen % SEEN] = wrongBy(sentMillis, brokerMillis, hostMillis());
        seen++;
        long[] known = Arrays.copyOf(offsets, Math.min(seen, SEEN));
        Arrays.sort(known);
        long median = known[known.length / 2];
        offset = Math.abs(median) > TOLERATED.toMillis() ? median : 0;
        LogMetrics.CLOCK_OFFSET.set(offset / 1_000.0);
    }

    private static long wrongBy(long sentMillis, long brokerMillis, long acknowledgedMillis) {
        if (brokerMillis < sentMillis) {
            return brokerMillis - sentMillis;
        }
        return Math.max(0, brokerMillis - acknowledgedMillis);
    }

    /** The host's own clock, by which stamps are compared. */
    long hostMillis() {
        return host.millis();
    }

    @Override
    public Instant instant() {
        return host.instant().plusMillis(offset);
    }

    @Override
    public long millis() {
        return host.millis() + offset;
    }

    @Override
    public ZoneId getZone() {
        return host.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants have no zone here");
    }
}
