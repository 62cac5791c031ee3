package io.onsale.edge.auth;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import java.time.Duration;

/** So many calls a minute, and an hour where that is less, for each caller of one kind; whoever has used them up waits until the next has come back. */
final class Throttle {

    private static final int REMEMBERED = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Duration HOUR = Duration.ofHours(1);

    private final int perMinute;
    private final int perHour;
    private final Recent<String, Bucket> buckets = new Recent<>(REMEMBERED);

    Throttle(int perMinute, int perHour) {
        this.perMinute = perMinute;
        this.perHour = perHour;
    }

    /** Counts a call, or refuses it. */
    void take(String who) {
        take(bucket(who));
    }

    /** The same of a caller who has limits of its own. */
    void take(String who, int minutes, int hours) {
        take(buckets.find(who).orElseGet(() -> make(who, minutes, hours)));
    }

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw tooMany(probe.getNanosToWaitForRefill());
        }
    }

    /** Counts a call whether or not there is one left. */
    void count(String who) {
        boolean unused = bucket(who).tryConsume(1);
    }

    /** Refuses a call where none is left, and counts nothing. */
    void require(String who) {
        EstimationProbe probe = bucket(who).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            throw tooMany(probe.getNanosToWaitForRefill());
        }
    }

    private static ProblemException tooMany(long nanosToWait) {
        return Problem.of(429, "too_many_requests", "Too many such calls from here lately.")
                .retryAfterSeconds(Math.toIntExact(Duration.ofNanos(nanosToWait).toSeconds() + 1))
                .toException();
    }

    private Bucket bucket(String who) {
        return buckets.find(who).orElseGet(() -> make(who, perMinute, perHour));
    }

    private synchronized Bucket make(String who, int minutes, int hours) {
        return buckets.find(who).orElseGet(() -> {
            Bucket fresh = Bucket.builder()
                    .addLimit(limit -> limit.capacity(minutes).refillGreedy(minutes, MINUTE))
                    .addLimit(limit -> limit.capacity(hours).refillGreedy(hours, HOUR))
                    .build();
            buckets.put(who, fresh);
            return fresh;
        });
    }
}
