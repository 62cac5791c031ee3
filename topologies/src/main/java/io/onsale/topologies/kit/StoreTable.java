package io.onsale.topologies.kit;

import io.onsale.topologies.kit.domain.Table;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A table that is a part of a state store: the rows whose keys begin with its tag. */
public final class StoreTable<V> implements Table<V> {

    /** No text has this byte in UTF-8, so it comes after every key of a table. */
    private static final byte AFTER_ALL_TEXT = (byte) 0xff;

    private final KeyValueStore<Bytes, byte[]> store;
    private final byte tag;
    private final String topic;
    private final Serializer<V> serializer;
    private final Deserializer<V> deserializer;

    /** Rows of a tag; this topic is what their serde takes for theirs. */
    StoreTable(KeyValueStore<Bytes, byte[]> store, char tag, String topic, Serde<V> rows) {
        this.store = store;
        this.tag = (byte) tag;
        this.topic = topic;
        this.serializer = rows.serializer();
        this.deserializer = rows.deserializer();
    }

    @Override
    public @Nullable V get(String key) {
        byte[] row = store.get(stored(key));
        return row == null ? null : deserializer.deserialize(topic, row);
    }

    @Override
    public void put(String key, V row) {
        store.put(stored(key), serializer.serialize(topic, row));
    }

    @Override
    public void remove(String key) {
        store.delete(stored(key));
    }

    @Override
    public void forEach(BiConsumer<String, V> reader) {
        try (Rows<V> rows = from("")) {
            while (rows.hasNext()) {
                KeyValue<String, V> row = rows.next();
                reader.accept(row.key, row.value);
            }
        }
    }

    /** The rows from this key on; to be closed. */
    Rows<V> from(String key) {
        return new Rows<>(this, store.range(stored(key), Bytes.wrap(new byte[] {tag, AFTER_ALL_TEXT})));
    }

    private Bytes stored(String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        byte[] tagged = new byte[text.length + 1];
        tagged[0] = tag;
        System.arraycopy(text, 0, tagged, 1, text.length);
        return Bytes.wrap(tagged);
    }

    private KeyValue<String, V> row(KeyValue<Bytes, byte[]> stored) {
        byte[] tagged = stored.key.get();
        String key = new String(tagged, 1, tagged.length - 1, StandardCharsets.UTF_8);
        return KeyValue.pair(key, deserializer.deserialize(topic, stored.value));
    }

    /** Rows in the order of their keys. */
    record Rows<V>(StoreTable<V> table, KeyValueIterator<Bytes, byte[]> stored) implements AutoCloseable {

        boolean hasNext() {
            return stored.hasNext();
        }

        KeyValue<String, V> next() {
            return table.row(stored.next());
        }

        @Override
        public void close() {
            stored.close();
        }
    }
}
