package io.onsale.topologies.kit;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.streams.state.KeyValueStore;

/** Each key's last instant and the number of its last event. */
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

    KeyClocks(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    Clock get(String key) {
        byte[] bytes = store.get(key);
        if (bytes == null) {
            return START;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
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
