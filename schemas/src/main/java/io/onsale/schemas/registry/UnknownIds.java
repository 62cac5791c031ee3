package io.onsale.schemas.registry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Schema ids the registry did not know a moment ago, few and for a short while. */
final class UnknownIds {
    private final int capacity;
    private final long keptNanos;
    private final LongSupplier nanoClock;
    private final Map<Integer, Long> until = new LinkedHashMap<>();

    UnknownIds(int capacity, Duration kept, LongSupplier nanoClock) {
        this.capacity = capacity;
        this.keptNanos = kept.toNanos();
        this.nanoClock = nanoClock;
    }

    synchronized void add(int id) {
        until.remove(id);
        if (until.size() >= capacity) {
            until.remove(until.keySet().iterator().next());
        }
        until.put(id, nanoClock.getAsLong() + keptNanos);
    }

    synchronized boolean contains(int id) {
        Long end = until.get(id);
        if (end != null && end - nanoClock.getAsLong() <= 0) {
            until.remove(id);
            return false;
        }
        return end != null;
    }
}
