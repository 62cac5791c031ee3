package io.onsale.topologies.kit;

import io.onsale.topologies.kit.domain.Table;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A table that is a state store. */
public record StoreTable<V>(KeyValueStore<String, V> store) implements Table<V> {

    @Override
    public @Nullable V get(String key) {
        return store.get(key);
    }

    @Override
    public void put(String key, V row) {
        store.put(key, row);
    }

    @Override
    public void remove(String key) {
        store.delete(key);
    }

    @Override
    public void forEach(BiConsumer<String, V> reader) {
        try (KeyValueIterator<String, V> rows = store.all()) {
            while (rows.hasNext()) {
                KeyValue<String, V> row = rows.next();
                reader.accept(row.key, row.value);
            }
        }
    }
}
