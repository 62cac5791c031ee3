package io.onsale.edge.queue;

import io.onsale.edge.queue.Bells.Bell;
import io.onsale.edge.queue.SaleGlances.Glance;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls whoever waits for an event once something of it is sold out, so many at a look and no event's again and again.
 *
 * <p>Whoever was told meanwhile by itself is not called. Not for use by several threads.
 */
final class SoldOutCalls {
    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Bells bells;
    private final SaleGlances sales;
    private final Map<String, Glance> seen = new HashMap<>();
    /** Events of which something was sold out and nobody is called yet. */
    private final Set<String> due = new LinkedHashSet<>();
    /** When those of an event were last begun to be called. */
    private final Map<String, Long> begun = new HashMap<>();

    private final Queue<Round> rounds = new ArrayDeque<>();

    /** Those of one event who are still to be called. */
    private record Round(String eventId, Iterator<Bell> bells, long since) {

        /** Whether there was another one to be called. */
        boolean call() {
            boolean called = false;
            while (!called && bells.hasNext()) {
                called = bells.next().ringUnlessToldSince(since);
            }
            return called;
        }
    }

    SoldOutCalls(Bells bells, SaleGlances sales) {
        this.bells = bells;
        this.sales = sales;
    }

    /** Looks at all sales, and calls so many at most. */
    void look(long now, int most) {
        Set<String> events = bells.events();
        seen.keySet().retainAll(events);
        due.retainAll(events);
        events.forEach(this::notice);
        begin(now);
        call(most);
    }

    private void notice(String eventId) {
        sales.of(eventId).ifPresent(now -> {
            @Nullable Glance before = seen.put(eventId, now);
            if (before != null && now.isWorseThan(before)) {
                due.add(eventId);
            }
        });
    }

    private void begin(long now) {
        begun.values().removeIf(at -> now - at >= PAUSE_NANOS);
        due.removeIf(eventId -> {
            boolean begins = !begun.containsKey(eventId)
                    && rounds.stream().noneMatch(round -> round.eventId().equals(eventId));
            if (begins) {
                begun.put(eventId, now);
                rounds.add(new Round(eventId, bells.of(eventId).iterator(), now));
            }
            return begins;
        });
    }

    /** One of each event in turn, so that a large crowd does not keep a small one waiting. */
    private void call(int most) {
        int left = most;
        while (left > 0 && !rounds.isEmpty()) {
            Round round = rounds.remove();
            if (round.call()) {
                left--;
                rounds.add(round);
            }
        }
    }
}
