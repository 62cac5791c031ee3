package io.onsale.edge.queue;

import io.onsale.edge.queue.Bells.Bell;
import io.onsale.edge.queue.SaleGlances.Glance;
import io.onsale.edge.views.queue.Followers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls whoever follows a place: one alone at once, and everybody of an event so many at a look, once its room has news for them all or something of
 * it is sold out.
 *
 * <p>Whoever was told meanwhile by itself is not called, and no event's are called again and again. One thread looks; news may come by any.
 */
final class Calls implements Followers {
    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Bells bells;
    private final SaleGlances sales;
    private final LongSupplier nanos;
    private final Map<String, Glance> seen = new HashMap<>();
    /** When the last news of a room came into view that no look has noticed yet. */
    private final Map<String, Long> news = new ConcurrentHashMap<>();
    /** Events that have something for everybody, of which nobody is called yet; and since when they have it. */
    private final Map<String, Long> due = new LinkedHashMap<>();
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

    Calls(Bells bells, SaleGlances sales) {
        this(bells, sales, System::nanoTime);
    }

    /** By this clock, which is that of whoever listens. */
    Calls(Bells bells, SaleGlances sales, LongSupplier nanos) {
        this.bells = bells;
        this.sales = sales;
        this.nanos = nanos;
    }

    @Override
    public void told(String eventId, long sequence) {
        bells.ring(eventId, sequence);
    }

    @Override
    public void allTold(String eventId) {
        news.put(eventId, nanos.getAsLong());
    }

    /** Looks at all rooms and sales, and calls so many at most. */
    void look(int most) {
        long now = nanos.getAsLong();
        Set<String> events = bells.events();
        seen.keySet().retainAll(events);
        due.keySet().retainAll(events);
        news.keySet().forEach(this::noticeNews);
        events.forEach(eventId -> noticeSoldOut(eventId, now));
        begin(now);
        call(most);
    }

    /** Where nobody follows a place nobody is called: whoever comes is told how it is by then. */
    private void noticeNews(String eventId) {
        @Nullable Long since = news.remove(eventId);
        if (since != null && bells.events().contains(eventId)) {
            due.put(eventId, since);
        }
    }

    private void noticeSoldOut(String eventId, long now) {
        sales.of(eventId).ifPresent(glance -> {
            @Nullable Glance before = seen.put(eventId, glance);
            if (before != null && glance.isWorseThan(before)) {
                due.put(eventId, now);
            }
        });
    }

    private void begin(long now) {
        begun.values().removeIf(at -> now - at >= PAUSE_NANOS);
        due.entrySet().removeIf(entry -> {
            String eventId = entry.getKey();
            boolean begins = !begun.containsKey(eventId)
                    && rounds.stream().noneMatch(round -> round.eventId().equals(eventId));
            if (begins) {
                begun.put(eventId, now);
                rounds.add(new Round(eventId, bells.of(eventId).iterator(), entry.getValue()));
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
