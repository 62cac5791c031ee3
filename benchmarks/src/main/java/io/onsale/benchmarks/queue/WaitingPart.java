package io.onsale.benchmarks.queue;

import io.onsale.benchmarks.load.Load;
import io.onsale.benchmarks.load.Measurement;
import io.onsale.benchmarks.queue.JoinsThroughLog.Result;
import io.onsale.edge.views.Tail;
import io.onsale.schemas.admission.AdmissionEvent;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** A room full of people: what they cost, how their order is drawn, how fast they are told their positions, and a restart among them. */
final class WaitingPart {

    private static final int PORTION = 10_000;
    private static final int READERS = 64;
    private static final int COMPARED = 100;
    private static final Duration FILLS_AHEAD = Duration.ofSeconds(30);
    private static final int FILLED_PER_SECOND = 8_000;
    private static final Duration SETTLES = Duration.ofSeconds(5);

    private final int waiting;
    private final int inFlight;
    private final int readRate;
    private final Duration measured;
    private final Consumer<Finding> printed;

    WaitingPart(int waiting, int inFlight, int readRate, Duration measured, Consumer<Finding> printed) {
        this.waiting = waiting;
        this.inFlight = inFlight;
        this.readRate = readRate;
        this.measured = measured;
        this.printed = printed;
    }

    /** Runs all of it or the parts that are asked for; returns the milliseconds within which 99 of 100 reads were answered, if there were any. */
    OptionalDouble run(boolean positions, boolean restart) throws IOException, InterruptedException {
        try (RoomSystem system = RoomSystem.start()) {
            Places places = new Places(waiting);
            Room room = fillAndDraw(system, places);
            PositionReads reads = new PositionReads(system.edge(), room.eventId(), places, system.queueTokens());
            OptionalDouble p99 = positions ? OptionalDouble.of(positions(reads)) : OptionalDouble.empty();
            if (restart) {
                restart(system, room, reads);
            }
            return p99;
        }
    }

    private Room fillAndDraw(RoomSystem system, Places places) throws IOException, InterruptedException {
        ProcessMemory empty = system.memory();
        Instant drawsAt = Instant.now().plus(FILLS_AHEAD).plusSeconds(waiting / FILLED_PER_SECOND);
        Room room = Room.open(system.edge(), new Room.Terms(drawsAt, 1, 1, Duration.ofMinutes(15)));
        WatchedRoom watched = new WatchedRoom(room.eventId());
        try (LogAccess log = new LogAccess(system.endpoints())) {
            room.control(1, 1, "paused");
            drawsAt = fill(system, room, log, places, drawsAt);
            long bare = heap();
            try (Tail<AdmissionEvent> tail = log.tail(watched)) {
                watched.awaitWaiting(waiting);
                memory("memory before the draw", empty, system.memory(), heap() - bare);
                draw(log, room, watched, drawsAt);
                memory("memory after the draw", empty, system.memory(), heap() - bare);
                PositionReads reads = new PositionReads(system.edge(), room.eventId(), places, system.queueTokens());
                printed.accept(Finding.of("position read in the view itself")
                        .with("nanos", "%,.0f ns on one thread", reads.inProcessNanos(watched.room())));
                LogAccess.requireWhole(tail);
            }
        }
        return room;
    }

    private Instant fill(RoomSystem system, Room room, LogAccess log, Places places, Instant drawsAt)
            throws IOException, InterruptedException {
        Instant opening = drawsAt;
        double cpu = system.cpuSeconds();
        long begin = System.nanoTime();
        int failed = 0;
        JoinsThroughLog joins = new JoinsThroughLog(log, room.eventId(), places, inFlight);
        for (int from = 0; from < waiting; from += PORTION) {
            if (Instant.now().plus(FILLS_AHEAD.dividedBy(2)).isAfter(opening)) {
                opening = Instant.now().plus(FILLS_AHEAD.multipliedBy(2));
                room.postpone(opening);
            }
            Result portion = joins.run(from, Math.min(PORTION, waiting - from));
            failed += portion.failed();
            if (from % (10 * PORTION) == 0) {
                System.err.printf("%,d of %,d wait%n", from + portion.joins(), waiting);
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        printed.accept(Finding.of("room filled through the log")
                .with("waiting", "%,d waiting", (long) waiting - failed)
                .with("seconds", "%.1f s", seconds)
                .with("rate", "%,.0f/s", waiting / seconds)
                .with(
                        "cpu_seconds_per_1000",
                        "system's CPU %.3f s per 1,000",
                        (system.cpuSeconds() - cpu) * 1000 / waiting)
                .with("failed", "%,d failed", failed));
        return opening;
    }

    private void memory(String name, ProcessMemory empty, ProcessMemory full, long viewBytes) {
        long added = full.heapMegabytes() - empty.heapMegabytes();
        printed.accept(Finding.of(name)
                .with("waiting", "%,d waiting:", waiting)
                .with("heap_mb", "heap %,d MB", full.heapMegabytes())
                .with("heap_added_mb", "(%,d MB more than with none waiting)", added)
                .with("resident_mb", "resident %,d MB", full.residentMegabytes())
                .with("resident_empty_mb", "(%,d MB with none)", empty.residentMegabytes())
                .with("view_mb", "an edge's view by itself %,.0f MB", viewBytes / 1e6)
                .with("admission_mb", "the rest, mostly admission's index, %,.0f MB", added - viewBytes / 1e6));
    }

    private void draw(LogAccess log, Room room, WatchedRoom watched, Instant drawsAt) {
        System.err.printf("the draw is at %s%n", drawsAt);
        long before = drawsAt.minus(SETTLES).toEpochMilli() - System.currentTimeMillis();
        LockSupport.parkNanos(Duration.ofMillis(Math.max(0, before)).toNanos());
        try (OpeningProbe probe = new OpeningProbe(log, room.eventId(), waiting)) {
            long drawn = watched.awaitDraw();
            LockSupport.parkNanos(SETTLES.toNanos());
            Histogram joins = probe.micros();
            printed.accept(Finding.of("the draw at the opening")
                    .with("waiting", "%,d waiting:", waiting)
                    .with("known_after_ms", "known %,d ms after the opening", drawn - drawsAt.toEpochMilli())
                    .with("join_p50_ms", "joins meanwhile p50 %.1f ms", joins.getValueAtPercentile(50) / 1000.0)
                    .with("join_max_ms", "longest %.0f ms", joins.getMaxValue() / 1000.0)
                    .with("view_freeze_ms", "an edge's view takes %.0f ms for the roster", watched.freezeMillis())
                    .with("view_draw_ms", "and %.0f ms for the order", watched.drawMillis()));
        }
    }

    private double positions(PositionReads reads) throws InterruptedException {
        System.err.println("warming up position reads");
        var unused = reads.through(new Load(READERS, 0, Duration.ZERO, measured));
        Measurement at = reads.through(new Load(READERS, readRate, Duration.ofSeconds(2), measured));
        printed.accept(Finding.of("position read through HTTP")
                .with("waiting", "%,d waiting", waiting)
                .with("offered_rate", "at %,d/s", readRate)
                .with("rate", "%,.0f/s", at.rate(PositionReads.READ))
                .with("p50_ms", "p50 %.2f ms", at.millis(50))
                .with("p99_ms", "p99 %.2f ms (goal 2)", at.millis(99))
                .with("p99_9_ms", "p99.9 %.2f ms", at.millis(99.9)));
        Measurement most = reads.through(new Load(READERS, 0, Duration.ofSeconds(2), measured));
        printed.accept(Finding.of("position reads, as many as go")
                .with("clients", "%d clients", READERS)
                .with("rate", "%,.0f/s", most.rate(PositionReads.READ))
                .with("p99_ms", "p99 %.2f ms", most.millis(99)));
        return at.millis(99);
    }

    private void restart(RoomSystem system, Room room, PositionReads reads) throws IOException, InterruptedException {
        List<String> before = reads.answers(COMPARED);
        system.restart();
        double ready = system.awaitReady();
        List<String> after = reads.answers(COMPARED);
        double told = system.sinceStart();
        long same = 0;
        for (int i = 0; i < before.size(); i++) {
            same += before.get(i).equals(after.get(i)) ? 1 : 0;
        }
        try (LogAccess log = new LogAccess(system.endpoints())) {
            // Of fans who have places already, who are answered theirs.
            Result again = new JoinsThroughLog(log, room.eventId(), new Places(1), 1).run(0, 1);
            printed.accept(Finding.of("restart after kill -9")
                    .with("waiting", "%,d waiting:", waiting)
                    .with("ready_seconds", "ready after %.1f s (goal 8)", ready)
                    .with("read_seconds", "positions told after %.1f s", told)
                    .with("same", "%,d", same)
                    .with("compared", "of %,d the same as before", before.size())
                    .with("joined_seconds", "a join answered after %.1f s", system.sinceStart())
                    .with("failed", "%,d failed", again.failed()));
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
