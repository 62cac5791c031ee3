package io.onsale.edge.queue;

import io.onsale.edge.views.queue.Followers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Wakes whoever follows a place when something about it cannot wait. */
final class Bells implements Followers {
    private final Map<String, Map<Long, Set<Bell>>> byEvent = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();

    /** Rung by others, heard by one. */
    static final class Bell {
        private final Semaphore rings = new Semaphore(0);

        void ring() {
            if (rings.availablePermits() == 0) {
                rings.release();
            }
        }

        /** Waits until it rings, so long at most. */
        boolean await(long millis) throws InterruptedException {
            boolean rung = rings.tryAcquire(millis, TimeUnit.MILLISECONDS);
            rings.drainPermits();
            return rung;
        }
    }

    /** A bell for a place. */
    Bell hang(String eventId, long sequence) {
        Bell bell = new Bell();
        byEvent.compute(eventId, (same, places) -> {
            Map<Long, Set<Bell>> there = places == null ? new ConcurrentHashMap<>() : places;
            there.computeIfAbsent(sequence, first -> ConcurrentHashMap.newKeySet())
                    .add(bell);
            return there;
        });
        size.incrementAndGet();
        return bell;
    }

    void takeDown(String eventId, long sequence, Bell bell) {
        byEvent.computeIfPresent(eventId, (same, places) -> without(places, sequence, bell));
        size.decrementAndGet();
    }

    private static @Nullable Map<Long, Set<Bell>> without(Map<Long, Set<Bell>> places, long sequence, Bell bell) {
        places.computeIfPresent(sequence, (same, bells) -> {
            bells.remove(bell);
            return bells.isEmpty() ? null : bells;
        });
        return places.isEmpty() ? null : places;
    }

    /** How many hang. */
    int size() {
        return size.get();
    }

    /** The events of which somebody follows a place. */
    Set<String> events() {
        return byEvent.keySet();
    }

    @Override
    public void told(String eventId, long sequence) {
        byEvent.getOrDefault(eventId, Map.of()).getOrDefault(sequence, Set.of()).forEach(Bell::ring);
    }

    @Override
    public void allTold(String eventId) {
        byEvent.getOrDefault(eventId, Map.of()).values().forEach(bells -> bells.forEach(Bell::ring));
    }
}
