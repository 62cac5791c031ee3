package io.onsale.edge.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;

/**
 * What time it is where the log is written: the host's clock, put right by as much as brokers have shown it to be wrong.
 *
 * <p>A broker stamps each command between the moments at which it was sent and acknowledged; a stamp outside of them shows how wrong the host's clock is at
 * least. Each partition has one broker that stamps, so partitions vote by their last stamps: the median of them counts, once several differ from the host, so
 * that few brokers that are wrong themselves change nothing. All is forgotten where the host's clock is set.
 */
public final class BrokerClock extends Clock {

    /** So much the host's clock may be wrong by: tokens and pages allow for it. */
    static final Duration TOLERATED = Duration.ofSeconds(2);

    /** So long a partition that is written to no more has a vote where enough others are. */
    static final Duration FRESH = Duration.ofHours(1);

    /** So many partitions have to differ from the host: fewer may have one broker. */
    private static final int ENOUGH = 3;

    private final Clock host;
    private final LongSupplier nanos;
    private final Map<TopicPartition, Stamp> stamps = new HashMap<>();
    private volatile Correction correction;

    /** How wrong the host's clock was at a moment of the clock that nobody sets. */
    private record Stamp(long offset, long nanos) {}

    /** How wrong the host's clock is, while it leads the clock that nobody sets by so much. */
    private record Correction(long offset, long lead) {}

    /** The host's clock, until commands were sent. */
    public BrokerClock(Clock host) {
        this(host, System::nanoTime);
    }

    /**
     * The same.
     *
     * @param nanos goes on evenly, whatever the host's clock is set to
     */
    BrokerClock(Clock host, LongSupplier nanos) {
        this.host = host;
        this.nanos = nanos;
        this.correction = new Correction(0, lead(host.millis()));
    }

    /** A command that was sent to a partition so long ago was stamped with its broker's time, and has been acknowledged. */
    public synchronized void stamped(TopicPartition partition, Duration ago, long brokerMillis) {
        long now = host.millis();
        if (wasSet(now)) {
            stamps.clear();
        }
        stamps.put(partition, new Stamp(wrongBy(now - ago.toMillis(), brokerMillis, now), nanos.getAsLong()));
        correction = new Correction(agreed(), lead(now));
        LogMetrics.CLOCK_OFFSET.set(correction.offset() / 1_000.0);
    }

    private static long wrongBy(long sentMillis, long brokerMillis, long acknowledgedMillis) {
        if (brokerMillis < sentMillis) {
            return brokerMillis - sentMillis;
        }
        return Math.max(0, brokerMillis - acknowledgedMillis);
    }

    private long agreed() {
        List<Long> votes = votes();
        long different = votes.stream().filter(BrokerClock::isWrong).count();
        if (different < ENOUGH) {
            return 0;
        }
        long lower = votes.get((votes.size() - 1) / 2);
        long upper = votes.get(votes.size() / 2);
        // Of two in the middle, whichever believes the host more.
        long median = Math.abs(lower) < Math.abs(upper) ? lower : upper;
        return isWrong(median) ? median : 0;
    }

    /** What partitions last said, in order. */
    private List<Long> votes() {
        long now = nanos.getAsLong();
        List<Long> fresh = stamps.values().stream()
                .filter(stamp -> now - stamp.nanos() < FRESH.toNanos())
                .map(Stamp::offset)
                .sorted()
                .toList();
        return fresh.size() >= ENOUGH
                ? fresh
                : stamps.values().stream().map(Stamp::offset).sorted().toList();
    }

    private static boolean isWrong(long offset) {
        return Math.abs(offset) > TOLERATED.toMillis();
    }

    private boolean wasSet(long hostMillis) {
        return isWrong(lead(hostMillis) - correction.lead());
    }

    private long lead(long hostMillis) {
        return hostMillis - nanos.getAsLong() / 1_000_000;
    }

    /** The host's own clock, which some who are no part of the log may go by too. */
    public Clock host() {
        return host;
    }

    @Override
    public Instant instant() {
        Instant now = host.instant();
        return now.plusMillis(offsetAt(now.toEpochMilli()));
    }

    @Override
    public long millis() {
        long now = host.millis();
        return now + offsetAt(now);
    }

    private long offsetAt(long hostMillis) {
        return wasSet(hostMillis) ? 0 : correction.offset();
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
