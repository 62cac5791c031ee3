package io.onsale.standalone.crowd;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counts what happens to the fans, from all their threads. */
final class CrowdCounts {

    private static final int FAILURES_KEPT = 10;
    private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1_000;

    private final int fans;
    private final int seats;
    private final long begun = System.nanoTime();
    private final LongAdder requests = new LongAdder();
    private final LongAdder holds = new LongAdder();
    private final LongAdder seatsGiven = new LongAdder();
    private final LongAdder orders = new LongAdder();
    private final LongAdder tickets = new LongAdder();
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong mostHeld = new AtomicLong();
    private final LongAdder errors = new LongAdder();
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
    private final Map<FanOutcome, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Histogram toHold = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final AtomicReference<String> firstInDraw = new AtomicReference<>("");
    private CrowdProgress last;
    private double best;

    CrowdCounts(int fans, int seats) {
        this.fans = fans;
        this.seats = seats;
        this.last = figures(0, Optional.empty());
    }

    void answered(EdgeAnswer answer) {
        requests.increment();
        if (answer.status() == 0 || answer.status() >= 500) {
            errors.increment();
        }
    }

    /** An answer to a request to hold seats, a refusal too. */
    void answeredHold(EdgeAnswer answer, int wanted) {
        toHold.recordValue(Math.min(LONGEST_MICROS, answer.took().toNanos() / 1_000));
        if (answer.accepted()) {
            holds.increment();
            seatsGiven.add(wanted);
            mostHeld.accumulateAndGet(held.addAndGet(wanted), Math::max);
        } else if (answer.status() != 0) {
            String code = answer.code().isEmpty() ? Integer.toString(answer.status()) : answer.code();
            refusals.computeIfAbsent(code, key -> new LongAdder()).increment();
        }
    }

    /** Seats that were held are free again, as their fan saw it; which may be a little after others could hold them. */
    void givenBack(int seatsFreed) {
        held.addAndGet(-seatsFreed);
    }

    /** Somebody has a place in line; the token of the first that takes part in the draw is kept, to look at its receipt. */
    void joined(String queueToken, String phase) {
        if (phase.equals("pre_queue")) {
            firstInDraw.compareAndSet("", queueToken);
        }
    }

    /** An order is confirmed, with so many tickets. */
    void bought(int ticketsOfIt) {
        orders.increment();
        tickets.add(ticketsOfIt);
    }

    void ended(FanOutcome outcome) {
        outcomes.computeIfAbsent(outcome, key -> new LongAdder()).increment();
    }

    void failed(String what, EdgeAnswer answer) {
        if (failures.size() < FAILURES_KEPT) {
            failures.add("%s: %d %s".formatted(what, answer.status(), answer.body()));
        }
    }

    /** The figures as they are now; to be asked by one thread, about once a second. */
    CrowdProgress progress(Optional<LineFigures> line) {
        CrowdProgress now = figures(0, line);
        double seconds = now.elapsed().minus(last.elapsed()).toNanos() / 1e9;
        double rate = seconds > 0 ? (now.holds() - last.holds()) / seconds : 0;
        // A rate over much less than a second says nothing.
        best = seconds > 0.5 ? Math.max(best, rate) : best;
        last = now;
        return figures(rate, line);
    }

    CrowdReport report(String eventId, Optional<LineReport> line) {
        progress(Optional.empty());
        Map<FanOutcome, Long> sums = new EnumMap<>(FanOutcome.class);
        outcomes.forEach((outcome, count) -> sums.put(outcome, count.sum()));
        List<String> kept = new ArrayList<>(failures);
        return new CrowdReport(
                eventId,
                figures(best, line.map(LineReport::last)),
                seatsGiven.sum(),
                Math.min(seats, mostHeld.get()),
                orders.sum(),
                tickets.sum(),
                sums,
                kept,
                line,
                firstInDraw.get());
    }

    private CrowdProgress figures(double holdsPerSecond, Optional<LineFigures> line) {
        Map<String, Long> codes = new TreeMap<>();
        refusals.forEach((code, count) -> codes.put(code, count.sum()));
        long done = outcomes.values().stream().mapToLong(LongAdder::sum).sum();
        return new CrowdProgress(
                Duration.ofNanos(System.nanoTime() - begun),
                fans,
                seats,
                done,
                Math.min(seats, held.get()),
                requests.sum(),
                holds.sum(),
                holdsPerSecond,
                codes,
                errors.sum(),
                percentile(50),
                percentile(99),
                line);
    }

    private Duration percentile(double which) {
        return Duration.ofNanos(toHold.getValueAtPercentile(which) * 1_000);
    }
}
