package io.onsale.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** So many requests, so many of them in flight until all are answered: a crowd that comes at once. */
public final class Burst {

    private static final long LONGEST_MICROS = Duration.ofMinutes(5).toNanos() / 1000;

    private final int requests;
    private final IntFunction<? extends Target> targets;
    private final AtomicInteger next = new AtomicInteger();
    private final long begin = System.nanoTime();
    /** Shared by all clients: one each would be a gigabyte for two thousand. */
    private final Map<String, Histogram> latencies = new ConcurrentHashMap<>();

    private final Map<String, AtomicLong> lastOf = new ConcurrentHashMap<>();

    private Burst(int requests, IntFunction<? extends Target> targets) {
        this.requests = requests;
        this.targets = targets;
    }

    /**
     * What a burst came to.
     *
     * @param latencies in microseconds, by outcome
     * @param lastOf when the last request with an outcome was answered, in seconds from the start
     * @param cpuSeconds processor time this process used
     */
    public record Result(
            double seconds, double cpuSeconds, Map<String, Histogram> latencies, Map<String, Double> lastOf) {

        /** How many requests ended with this word. */
        public long count(String outcome) {
            Histogram those = latencies.get(outcome);
            return those == null ? 0 : those.getTotalCount();
        }

        /** Milliseconds within which this share of all requests was answered. */
        public double millis(double percentile) {
            Histogram all = new Histogram(LONGEST_MICROS, 3);
            latencies.values().forEach(all::add);
            return all.getValueAtPercentile(percentile) / 1000.0;
        }

        /** The same of the requests that ended with this word. */
        public double millis(String outcome, double percentile) {
            Histogram those = latencies.get(outcome);
            return those == null ? 0 : those.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    /** Runs it to its end; the target of client i is made by the function. */
    public static Result of(int requests, int inFlight, IntFunction<? extends Target> targets)
            throws InterruptedException {
        return new Burst(requests, targets).run(inFlight);
    }

    private Result run(int inFlight) throws InterruptedException {
        long cpu = CpuClock.now();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < inFlight; client++) {
                int number = client;
                running.add(clients.submit(() -> client(number)));
            }
            for (Future<?> done : running) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e.getCause());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Map<String, Double> last = new HashMap<>();
        lastOf.forEach((outcome, at) -> last.put(outcome, (at.get() - begin) / 1e9));
        return new Result(seconds, (CpuClock.now() - cpu) / 1e9, Map.copyOf(latencies), last);
    }

    private void client(int number) {
        try (Target target = targets.apply(number)) {
            while (next.getAndIncrement() < requests) {
                long sent = System.nanoTime();
                String outcome = request(target);
                long now = System.nanoTime();
                latencies
                        .computeIfAbsent(outcome, word -> new ConcurrentHistogram(LONGEST_MICROS, 3))
                        .recordValue(Math.clamp((now - sent) / 1000, 1, LONGEST_MICROS));
                lastOf.computeIfAbsent(outcome, word -> new AtomicLong(begin)).accumulateAndGet(now, Math::max);
            }
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
