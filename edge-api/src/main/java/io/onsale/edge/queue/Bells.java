package io.onsale.edge.queue;

import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What wakes whoever follows a place; {@link Calls} say whom when. */
final class Bells {
    /** A fan has some devices and some windows; the place of whoever opens more is followed by the newest. */
    private static final int MOST_FOR_A_PLACE = 4;

    private final Map<String, Map<Long, Deque<Bell>>> byEvent = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();

    /** Rung by others, heard by one. */
    static final class Bell {
        private final Semaphore rings = new Semaphore(0);
        private volatile boolean dismissed;
        private volatile long toldAt;

        void ring() {
            if (rings.availablePermits() == 0) {
                rings.release();
            }
        }

        /** Whoever listens is now told how everything is. */
        void telling(long nanos) {
            toldAt = nanos;
        }

        /** Rings, unless its listener was told since then; whether it does. */
        boolean ringUnlessToldSince(long nanos) {
            boolean rings = toldAt - nanos < 0;
            if (rings) {
                ring();
            }
            return rings;
        }

        private void dismiss() {
            dismissed = true;
            ring();
        }

        /** Whether newer ones took its place, and nobody is to listen to it any more. */
        boolean isDismissed() {
            return dismissed;
        }

        /** Waits until it rings, so long at most. */
        boolean await(long millis) throws InterruptedException {
            boolean rung = rings.tryAcquire(millis, TimeUnit.MILLISECONDS);
            rings.drainPermits();
            return rung;
        }
    }

    /** A bell for a place; the place's oldest is dismissed where it has too many. */
    Bell hang(String eventId, long sequence) {
        Bell bell = new Bell();
        byEvent.compute(eventId, (same, places) -> {
            Map<Long, Deque<Bell>> there = places == null ? new ConcurrentHashMap<>() : places;
            Deque<Bell> bells = there.computeIfAbsent(sequence, first -> new ConcurrentLinkedDeque<>());
            bells.addLast(bell);
            if (bells.size() > MOST_FOR_A_PLACE) {
                bells.removeFirst().dismiss();
            }
            return there;
        });
        size.incrementAndGet();
        return bell;
    }

    void takeDown(String eventId, long sequence, Bell bell) {
        byEvent.computeIfPresent(eventId, (same, places) -> without(places, sequence, bell));
        size.decrementAndGet();
    }

    private static @Nullable Map<Long, Deque<Bell>> without(Map<Long, Deque<Bell>> places, long sequence, Bell bell) {
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

    /** Those that hang for an event. */
    List<Bell> of(String eventId) {
        return byEvent.getOrDefault(eventId, Map.of()).values().stream()
                .flatMap(Deque::stream)
                .toList();
    }

    /** Wakes everybody who follows a place. */
    void ring(String eventId, long sequence) {
        Deque<Bell> bells = byEvent.getOrDefault(eventId, Map.of()).get(sequence);
        if (bells != null) {
            bells.forEach(Bell::ring);
        }
    }

    /** Wakes everybody at once. */
    void ringAll() {
        byEvent.values().forEach(places -> places.values().forEach(bells -> bells.forEach(Bell::ring)));
    }
}
