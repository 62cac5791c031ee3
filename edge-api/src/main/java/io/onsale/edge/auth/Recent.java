package io.onsale.edge.auth;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A bounded memory of what was used lately.
 *
 * <p>It has two generations. When the young one is full it becomes the old one and the former old one is forgotten, so that forgetting costs nothing
 * and what is in use is always kept.
 */
public final class Recent<K, V> {

    private final int generation;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = Map.of();

    public Recent(int capacity) {
        this.generation = Math.max(1, capacity / 2);
    }

    public Optional<V> find(K key) {
        @Nullable V value = young.get(key);
        if (value != null) {
            return Optional.of(value);
        }
        value = old.get(key);
        if (value != null) {
            put(key, value);
        }
        return Optional.ofNullable(value);
    }

    public void put(K key, V value) {
        if (young.size() >= generation) {
            age();
        }
        young.put(key, value);
    }

    private synchronized void age() {
        if (young.size() >= generation) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
