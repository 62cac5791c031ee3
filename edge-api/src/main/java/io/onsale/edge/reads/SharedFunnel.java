package io.onsale.edge.reads;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The funnel of one event for a crowd: whoever asks within a moment gets the same answer, so that the database is asked once. That it does not answer
 * is kept for as long.
 */
final class SharedFunnel {
    private final Funnel funnel;
    private final Duration moment;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Kept last;

    SharedFunnel(Funnel funnel, Duration moment) {
        this.funnel = funnel;
        this.moment = moment;
    }

    /** The steps of an event so far, as JSON. */
    Map<String, Object> of(String eventId, Instant now) throws AnalyticsAwayException {
        lock.lock();
        try {
            Kept known = last;
            if (known == null
                    || !known.eventId.equals(eventId)
                    || known.at.plus(moment).isBefore(now)) {
                known = ask(eventId, now);
                last = known;
            }
            if (known.failure.isPresent()) {
                throw known.failure.get();
            }
            return known.answer;
        } finally {
            lock.unlock();
        }
    }

    private Kept ask(String eventId, Instant now) {
        try {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("event_id", eventId);
            json.put("steps", funnel.steps(eventId, Instant.EPOCH, now.plus(FunnelRoutes.CLOCK_SKEW)));
            funnel.freshness(now).ifPresent(seconds -> json.put("freshness_seconds", seconds));
            return new Kept(eventId, now, json, Optional.empty());
        } catch (AnalyticsAwayException e) {
            return new Kept(eventId, now, Map.of(), Optional.of(e));
        }
    }

    private record Kept(
            String eventId, Instant at, Map<String, Object> answer, Optional<AnalyticsAwayException> failure) {}
}
