package io.onsale.topologies.kit;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The keys whose time is ahead of the log's, because a broker's clock was ahead and was put back.
 *
 * <p>A key's time never goes back. Nor does it stand still until the log has caught up: it goes on half as fast.
 */
final class Leads {

    /** So little a key's time stands still for: brokers' clocks differ, and a record may pass another on its way. */
    static final long TOLERATED_MILLIS = 1_000;

    private static final int SLOWER = 2;

    /** A row a key that is ahead: its time when that showed, and the log's. */
    static final RowKind<byte[]> ROWS = RowKind.of('l', "leads", Serdes.ByteArray());

    /**
     * A key ahead of the log.
     *
     * @param millis its time when that showed
     * @param logMillis the log's time then
     */
    record Lead(long millis, long logMillis) {

        /** The key's time when the log's is this. */
        long at(long logNow) {
            return millis + Math.floorDiv(logNow - logMillis, SLOWER);
        }

        boolean isOver(long logNow) {
            return at(logNow) <= logNow;
        }
    }

    private final StoreTable<byte[]> rows;
    private final Map<String, Lead> leads = new HashMap<>();
    /** Keys ahead of the host's clock, by that clock: no record may ever show it. Alarms go by them, decisions do not. */
    private final Map<String, Lead> suspected = new HashMap<>();

    Leads(StoreTable<byte[]> rows) {
        this.rows = rows;
        rows.forEach((key, row) -> leads.put(key, lead(row)));
    }

    /** The time of a key whose last event was at an instant and to which a record of this time comes. */
    long at(String key, long lastMillis, long recordMillis) {
        Lead lead = leads.get(key);
        long now = lead == null ? recordMillis : Math.max(recordMillis, lead.at(recordMillis));
        if (lastMillis - now > TOLERATED_MILLIS) {
            put(key, new Lead(lastMillis, recordMillis));
        } else if (lead != null && now == recordMillis) {
            remove(key);
        }
        return Math.max(now, lastMillis);
    }

    /** An event of a key was at an instant, while the host's clock was at another. */
    void happened(String key, long millis, long hostMillis) {
        if (millis - hostMillis > TOLERATED_MILLIS) {
            suspected.put(key, new Lead(millis, hostMillis));
        }
    }

    boolean has(String key) {
        return leads.containsKey(key) || suspected.containsKey(key);
    }

    /** The time of the key that is furthest ahead when the log's is this and the host's that. */
    long furthest(long logNow, long hostNow) {
        return Math.max(furthest(leads.values(), logNow, logNow), furthest(suspected.values(), hostNow, logNow));
    }

    private static long furthest(Collection<Lead> leads, long now, long least) {
        return leads.stream().mapToLong(lead -> lead.at(now)).reduce(least, Math::max);
    }

    /** Forgets those with which the log had caught up by an instant, a few at a time, and the host's clock by another. */
    void sweep(Instant logTime, long hostMillis) {
        suspected.values().removeIf(lead -> lead.isOver(hostMillis));
        List<String> over = leads.entrySet().stream()
                .filter(lead -> lead.getValue().isOver(logTime.toEpochMilli()))
                .map(Map.Entry::getKey)
                .limit(Sweep.ROWS_A_STEP)
                .toList();
        over.forEach(this::remove);
    }

    private void remove(String key) {
        leads.remove(key);
        rows.remove(key);
    }

    private void put(String key, Lead lead) {
        leads.put(key, lead);
        rows.put(
                key,
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(lead.millis())
                        .putLong(lead.logMillis())
                        .array());
    }

    private static Lead lead(byte[] row) {
        ByteBuffer buffer = ByteBuffer.wrap(row);
        return new Lead(buffer.getLong(), buffer.getLong());
    }
}
