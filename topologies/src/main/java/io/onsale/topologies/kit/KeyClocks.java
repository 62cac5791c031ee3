package io.onsale.topologies.kit;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

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

    private static final Clock START = new Clock(0, Long.MIN_VALUE);

    private final KeyValueStore<String, byte[]> store;
    private final Optional<Duration> remembered;

    /** Clocks of keys that are remembered for so long after their last event, or for ever. */
    KeyClocks(KeyValueStore<String, byte[]> store, Optional<Duration> remembered) {
        this.store = store;
        this.remembered = remembered;
    }

    /** A key's clock, put forward to a record's time where it is behind. */
    Clock get(String key, long recordMillis) {
        byte[] row = store.get(key);
        boolean unknown = row == null || forgotten(row, Instant.ofEpochMilli(recordMillis));
        return (unknown ? START : clock(row)).notBefore(recordMillis);
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
        store.put(
                key,
                ByteBuffer.allocate(16)
                        .putLong(clock.sequence())
                        .putLong(clock.millis())
                        .array());
    }
}
