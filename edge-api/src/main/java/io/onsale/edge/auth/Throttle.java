package io.onsale.edge.auth;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.onsale.edge.http.Problem;
import java.time.Duration;

/** So many calls a minute for each caller of one kind; whoever has used them up waits until the next has come back. */
final class Throttle {

    private static final int REMEMBERED = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final Recent<String, Bucket> buckets = new Recent<>(REMEMBERED);

    Throttle(int perMinute) {
        this.perMinute = perMinute;
    }

    void take(String who) {
        ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            throw Problem.of(429, "too_many_requests", "Too many such calls from here lately.")
                    .retryAfterSeconds(Math.toIntExact(wait.toSeconds() + 1))
                    .toException();
        }
    }

    private Bucket bucket(String who) {
        return buckets.find(who).orElseGet(() -> make(who));
    }

    private synchronized Bucket make(String who) {
        return buckets.find(who).orElseGet(() -> {
            Bucket fresh = Bucket.builder()
                    .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                    .build();
            buckets.put(who, fresh);
            return fresh;
        });
    }
}
