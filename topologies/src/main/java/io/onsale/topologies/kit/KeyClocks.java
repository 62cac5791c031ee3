package io.onsale.topologies.kit;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;

/** The instant and the number of each key's last event. */
final class KeyClocks {

    /** A key's place in its own time. */
    record Clock(long sequence, long millis) {

        Clock notBefore(long recordMillis) {
            return new Clock(sequence, Math.max(millis, recordMillis));
        }

        Clock next() {
            return new Clock(sequence + 1, millis);
        }

        Instant at() {
            return Instant.ofEpochMilli(millis);
        }
    }

    /** A row a key: the number and the instant. */
    static final RowKind<byte[]> ROWS = RowKind.of('c', "clocks", Serdes.ByteArray());

    private static final Clock START = new Clock(0, Long.MIN_VALUE);

    private final StoreTable<byte[]> rows;
    private final Leads leads;
    private final Optional<Duration> remembered;

    /** Clocks of keys that are remembered for so long after their last event, or for ever. */
    KeyClocks(StoreTable<byte[]> rows, Leads leads, Optional<Duration> remembered) {
        this.rows = rows;
        this.leads = leads;
        this.remembered = remembered;
    }

    /** A key's clock when a record of this time comes to it: never behind the record, nor behind its last event. */
    Clock get(String key, long recordMillis) {
        byte[] row = rows.get(key);
        if (row == null || forgotten(row, Instant.ofEpochMilli(recordMillis))) {
            return START.notBefore(recordMillis);
        }
        Clock last = clock(row);
        return last.notBefore(leads.at(key, last.millis(), recordMillis));
    }

    /** Whether a key's last event was too long ago at this instant to be remembered. */
    boolean forgotten(byte[] row, Instant at) {
        return remembered.isPresent() && !at.isBefore(clock(row).at().plus(remembered.get()));
    }

    private static Clock clock(byte[] row) {
        ByteBuffer buffer = ByteBuffer.wrap(row);
        return new Clock(buffer.getLong(), buffer.getLong());
    }

    void put(String key, Clock clock) {
        rows.put(
                key,
                ByteBuffer.allocate(16)
                        .putLong(clock.sequence())
                        .putLong(clock.millis())
                        .array());
    }
}
