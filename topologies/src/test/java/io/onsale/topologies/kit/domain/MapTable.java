package io.onsale.topologies.kit.domain;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A table in memory; equal to another with the same rows. */
public record MapTable<V>(Map<String, V> rows) implements Table<V> {

    public MapTable() {
        this(new TreeMap<>());
    }

    @Override
    public @Nullable V get(String key) {
        return rows.get(key);
    }

    @Override
    public void put(String key, V row) {
        rows.put(key, row);
    }

    @Override
    public void remove(String key) {
        rows.remove(key);
    }

    @Override
    public void forEach(BiConsumer<String, V> reader) {
        rows.forEach(reader);
    }
}
