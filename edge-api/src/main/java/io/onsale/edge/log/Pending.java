package io.onsale.edge.log;

import io.onsale.edge.http.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The commands whose replies are awaited.
 *
 * <p>All have the same time to be answered, so they fall due in the order in which they came, and one thread that looks at the head of a queue replaces
 * a timer for each.
 */
final class Pending implements AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 25;

    private final Map<String, CompletableFuture<Object>> waiting = new ConcurrentHashMap<>();
    private final Queue<Due> due = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final int capacity;
    private final long patienceNanos;
    private final ScheduledExecutorService watch;

    private record Due(String commandId, long nanos) {}

    Pending(int capacity, Duration patience) {
        this.capacity = capacity;
        this.patienceNanos = patience.toNanos();
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("edge-deadlines").daemon().factory());
        Future<?> unused =
                watch.scheduleAtFixedRate(this::expire, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Promises the reply to a command that is about to be sent; refuses where too many are waiting. */
    CompletableFuture<Object> register(String commandId) {
        if (inFlight.incrementAndGet() > capacity) {
            inFlight.decrementAndGet();
            throw Problem.of(503, "overloaded", "Too many requests are being answered at the moment.")
                    .retryAfterSeconds(1)
                    .toException();
        }
        LogMetrics.IN_FLIGHT.inc();
        CompletableFuture<Object> reply = new CompletableFuture<>();
        waiting.put(commandId, reply);
        due.add(new Due(commandId, System.nanoTime() + patienceNanos));
        return reply;
    }

    /** Keeps the promise; false where nobody waits any more. */
    boolean answer(String commandId, Object reply) {
        @Nullable CompletableFuture<Object> promise = take(commandId);
        return promise != null && promise.complete(reply);
    }

    /** Breaks the promise. */
    void fail(String commandId, Problem problem) {
        @Nullable CompletableFuture<Object> promise = take(commandId);
        if (promise != null) {
            promise.completeExceptionally(problem.toException());
        }
    }

    int size() {
        return inFlight.get();
    }

    @Override
    public void close() {
        watch.shutdownNow();
        Problem stopping = Problem.of(
                        503,
                        "stopping",
                        "This instance is being stopped. The command may still be decided: ask"
                                + " again with the same Idempotency-Key.")
                .retryAfterSeconds(1);
        waiting.keySet().forEach(commandId -> fail(commandId, stopping));
    }

    private @Nullable CompletableFuture<Object> take(String commandId) {
        @Nullable CompletableFuture<Object> promise = waiting.remove(commandId);
        if (promise != null) {
            inFlight.decrementAndGet();
            LogMetrics.IN_FLIGHT.dec();
        }
        return promise;
    }

    private void expire() {
        long now = System.nanoTime();
        for (Due head = due.peek(); head != null && head.nanos - now <= 0; head = due.peek()) {
            due.poll();
            if (waiting.containsKey(head.commandId)) {
                LogMetrics.OVERDUE.inc();
                fail(head.commandId, overdue());
            }
        }
    }

    private static Problem overdue() {
        return Problem.of(
                        504,
                        "deadline_exceeded",
                        "There is no answer yet, but there may still be one: ask again with the same"
                                + " Idempotency-Key to find it out.")
                .retryAfterSeconds(1);
    }
}
