package io.onsale.topologies.kit;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;

/** The instant and the number of each key's last event. */
final class KeyClocks {

    /**
     * A key's place in its own time.
     *
     * @param fleeting whether the key may be forgotten
     */
    record Clock(long sequence, long millis, boolean fleeting) {

        Clock notBefore(long recordMillis) {
            return new Clock(sequence, Math.max(millis, recordMillis), fleeting);
        }

        Clock next() {
            return new Clock(sequence + 1, millis, fleeting);
        }

        Clock lasting() {
            return new Clock(sequence, millis, false);
        }

        Instant at() {
            return Instant.ofEpochMilli(millis);
        }
    }

    /** A row a key: the number, the instant, and one byte more where the key is fleeting and others are not. */
    static final RowKind<byte[]> ROWS = RowKind.of('c', "clocks", Serdes.ByteArray());

    private static final Clock START = new Clock(0, Long.MIN_VALUE, true);

    private final StoreTable<byte[]> rows;
    private final Leads leads;
    private final Optional<? extends Forgetting<?>> forgetting;

    KeyClocks(StoreTable<byte[]> rows, Leads leads, Optional<? extends Forgetting<?>> forgetting) {
        this.rows = rows;
        this.leads = leads;
        this.forgetting = forgetting;
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
        Clock last = clock(row);
        return forgetting.isPresent()
                && last.fleeting()
                && !at.isBefore(last.at().plus(forgetting.get().after()));
    }

    private Clock clock(byte[] row) {
        ByteBuffer buffer = ByteBuffer.wrap(row);
        return new Clock(buffer.getLong(), buffer.getLong(), !marks() || buffer.hasRemaining());
    }

    void put(String key, Clock clock) {
        int mark = marks() && clock.fleeting() ? 1 : 0;
        rows.put(
                key,
                ByteBuffer.allocate(2 * Long.BYTES + mark)
                        .putLong(clock.sequence())
                        .putLong(clock.millis())
                        .array());
    }

    /** Whether some keys are forgotten and others are not. */
    private boolean marks() {
        return forgetting.isPresent() && forgetting.get().fleeting().isPresent();
    }
}
