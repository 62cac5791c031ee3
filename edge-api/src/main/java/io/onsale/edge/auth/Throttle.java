package io.onsale.edge.auth;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.onsale.edge.http.Problem;
import java.time.Duration;

/** So many calls a minute, and an hour where that is less, for each caller of one kind; whoever has used them up waits until the next has come back. */
final class Throttle {

    private static final int REMEMBERED = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Duration HOUR = Duration.ofHours(1);

    private final String name;
    private final int perMinute;
    private final int perHour;
    private final Recent<String, Bucket> buckets = new Recent<>(REMEMBERED);

    Throttle(String name, int perMinute, int perHour) {
        this.name = name;
        this.perMinute = perMinute;
        this.perHour = perHour;
    }

    /** Counts a call and tells what is left, or refuses it. */
    RateLimit take(String who) {
        return take(bucket(who), perMinute);
    }

    /** The same of a caller who has limits of its own. */
    RateLimit take(String who, int minutes, int hours) {
        return take(buckets.find(who).orElseGet(() -> make(who, minutes, hours)), minutes);
    }

    private RateLimit take(Bucket bucket, int minutes) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        RateLimit limit =
                new RateLimit(name, minutes, probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            throw limit.tell(tooMany(probe.getNanosToWaitForRefill())).toException();
        }
        return limit;
    }

    /** Counts a call whether or not there is one left. */
    void count(String who) {
        boolean unused = bucket(who).tryConsume(1);
    }

    /** Refuses a call where none is left, and counts nothing. */
    void require(String who) {
        EstimationProbe probe = bucket(who).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            throw tooMany(probe.getNanosToWaitForRefill()).toException();
        }
    }

    private static Problem tooMany(long nanosToWait) {
        return Problem.of(429, "too_many_requests", "Too many such calls from here lately.")
                .retryAfterSeconds(Math.toIntExact(seconds(nanosToWait)));
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).toSeconds() + 1;
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
