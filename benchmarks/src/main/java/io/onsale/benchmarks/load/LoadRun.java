package io.onsale.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/**
 * Runs a load against a target.
 *
 * <p>With a rate, request number n is due n/rate seconds after the start, and its latency counts from then: clients take due requests in
 * turn, so waiting for a free client is latency too.
 */
public final class LoadRun {

    private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;

    private final Load load;
    private final IntFunction<? extends Target> targets;
    private final AtomicLong next = new AtomicLong();
    private final long begin = System.nanoTime();
    private final long measureFrom;
    private final long end;

    private LoadRun(Load load, IntFunction<? extends Target> targets) {
        this.load = load;
        this.targets = targets;
        this.measureFrom = begin + load.warmUp().toNanos();
        this.end = measureFrom + load.measured().toNanos();
    }

    /** What one client saw. */
    private record Tally(Histogram latencies, Map<String, Long> outcomes) {

        static Tally empty() {
            return new Tally(new Histogram(LONGEST_MICROS, 3), new HashMap<>());
        }

        void count(long micros, String outcome) {
            latencies.recordValue(Math.clamp(micros, 1, LONGEST_MICROS));
            outcomes.merge(outcome, 1L, Long::sum);
        }

        void add(Tally other) {
            latencies.add(other.latencies);
            other.outcomes.forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
        }
    }

    /** Runs it to its end; the target of client i is made by the function. */
    public static Measurement of(Load load, IntFunction<? extends Target> targets) throws InterruptedException {
        return new LoadRun(load, targets).run();
    }

    private Measurement run() throws InterruptedException {
        Tally all = Tally.empty();
        CpuClock cpu = CpuClock.between(measureFrom, end);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Tally>> running = new ArrayList<>();
            for (int client = 0; client < load.clients(); client++) {
                int number = client;
                running.add(clients.submit(() -> client(number)));
            }
            for (Future<Tally> tally : running) {
                all.add(tally.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e.getCause());
        }
        return new Measurement(load, load.measured().toNanos() / 1e9, cpu.seconds(), all.latencies, all.outcomes);
    }

    private Tally client(int number) {
        Tally tally = Tally.empty();
        try (Target target = targets.apply(number)) {
            for (long due = due(); due < end; due = due()) {
                waitUntil(due);
                String outcome = request(target);
                long now = System.nanoTime();
                if (due >= measureFrom && now < end + LONGEST_MICROS * 1000) {
                    tally.count((now - due) / 1000, outcome);
                }
            }
        }
        return tally;
    }

    private long due() {
        if (!load.open()) {
            return System.nanoTime();
        }
        return begin + (long) (next.getAndIncrement() * 1e9 / load.rate());
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static String request(Target target) {
        try {
            return target.request();
        } catch (IOException broken) {
            return "error";
        }
    }
}
