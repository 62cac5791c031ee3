package io.onsale.benchmarks.queue;

import io.onsale.edge.queue.JoinBatches.Joined;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** One fan after another joins, however long the others take: how long a join waits while the order is drawn. */
final class OpeningProbe implements AutoCloseable {

    private static final long EVERY_MILLIS = 10;
    private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;

    private final LogAccess log;
    private final String eventId;
    private final AtomicInteger nextFan;
    private final Histogram latencies = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("opening-probe").factory());

    /**
     * Begins at once.
     *
     * @param firstFan who has not joined yet; nor have those after
     */
    OpeningProbe(LogAccess log, String eventId, int firstFan) {
        this.log = log;
        this.eventId = eventId;
        this.nextFan = new AtomicInteger(firstFan);
        Future<?> unused = clock.scheduleAtFixedRate(this::join, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void join() {
        long sent = System.nanoTime();
        CompletableFuture<Joined> unused = log.batches()
                .join(eventId, Fans.join(nextFan.getAndIncrement()), "bench")
                .whenComplete((joined, failure) ->
                        latencies.recordValue(Math.clamp((System.nanoTime() - sent) / 1000, 1, LONGEST_MICROS)));
    }

    /** Ends, and tells the milliseconds within which this share was answered. */
    Histogram micros() {
        close();
        return latencies;
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
