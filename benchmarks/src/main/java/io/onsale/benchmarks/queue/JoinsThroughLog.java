package io.onsale.benchmarks.queue;

import io.onsale.benchmarks.load.CpuClock;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.queue.JoinBatches.Joined;
import io.onsale.schemas.admission.JoinedPlace;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Joins written as an edge writes them, in batches of an edge's own making, until each is answered. */
final class JoinsThroughLog {

    private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;

    private final LogAccess log;
    private final String eventId;
    private final Places places;
    private final int inFlight;

    /**
     * What they came to.
     *
     * @param cpuSeconds processor time this process used meanwhile
     * @param latencies in microseconds
     */
    record Result(int joins, int failed, double seconds, double cpuSeconds, Histogram latencies) {

        double millis(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    /**
     * Joins one room.
     *
     * @param places learns which places are given
     */
    JoinsThroughLog(LogAccess log, String eventId, Places places, int inFlight) {
        this.log = log;
        this.eventId = eventId;
        this.places = places;
        this.inFlight = inFlight;
    }

    /** Has these fans join, so many at a time, and returns when all are answered. */
    Result run(int from, int count) throws InterruptedException {
        Histogram latencies = new ConcurrentHistogram(LONGEST_MICROS, 3);
        AtomicInteger failed = new AtomicInteger();
        Semaphore free = new Semaphore(inFlight);
        long cpu = CpuClock.now();
        long begin = System.nanoTime();
        for (int fan = from; fan < from + count; fan++) {
            free.acquire();
            int number = fan;
            long sent = System.nanoTime();
            CompletableFuture<Joined> unused = join(number).whenComplete((joined, failure) -> {
                latencies.recordValue(Math.clamp((System.nanoTime() - sent) / 1000, 1, LONGEST_MICROS));
                if (!keep(number, joined)) {
                    failed.incrementAndGet();
                }
                free.release();
            });
        }
        free.acquire(inFlight);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Result(count, failed.get(), seconds, (CpuClock.now() - cpu) / 1e9, latencies);
    }

    private CompletableFuture<Joined> join(int fan) {
        try {
            return log.batches().join(eventId, Fans.join(fan), "bench");
        } catch (ProblemException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private boolean keep(int fan, @Nullable Joined joined) {
        JoinedPlace place = joined == null ? null : joined.answer().getPlace();
        if (place != null) {
            places.given(fan, Math.toIntExact(place.getSequence()));
        }
        return place != null;
    }
}
