package io.onsale.topologies.kit.domain;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows by key: a store in a running topology, a map in a domain test.
 *
 * @param <V> a row
 */
public interface Table<V> {

    @Nullable
    V get(String key);

    void put(String key, V row);

    void remove(String key);

    /** Reads every row, in no promised order; for rebuilding what is derived from them. */
    void forEach(BiConsumer<String, V> reader);
}
