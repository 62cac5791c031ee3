package io.onsale.benchmarks.queue;

import io.onsale.edge.auth.QueueTokens;
import io.onsale.edge.views.Tail;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.FansAdmitted;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Fans who follow their places over real connections while others are let in: how late each is told. */
final class StreamsPart implements SseFleet.Listener {

    private static final long LONGEST_MICROS = Duration.ofMinutes(5).toNanos() / 1000;
    private static final long LOOK_NANOS = 10_000_000;
    private static final Duration SETTLES = Duration.ofSeconds(5);
    private static final int IN_FLIGHT = 5_000;
    private static final int ALL_SHOP = 1_000_000;
    private static final Duration CONNECTS = Duration.ofMinutes(3);

    private final int connections;
    private final int admitPerSecond;
    private final Duration measured;
    private final Consumer<Finding> printed;

    /** When each of the room's facts was committed, as a reader of its own saw it. */
    private final Map<Long, Long> seenAt = new ConcurrentHashMap<>();

    private final Map<Long, Long> admittedAt = new ConcurrentHashMap<>();
    private final Histogram admissionLag = new Histogram(LONGEST_MICROS, 3);
    private final Histogram positionLag = new Histogram(LONGEST_MICROS, 3);
    private final Histogram pauses = new Histogram(LONGEST_MICROS, 3);
    private final long[] toldAt;
    private final Places places;
    private volatile boolean measuring;
    private long pushes;

    StreamsPart(int connections, int admitPerSecond, Duration measured, Consumer<Finding> printed) {
        this.connections = connections;
        this.admitPerSecond = admitPerSecond;
        this.measured = measured;
        this.printed = printed;
        this.toldAt = new long[connections];
        this.places = new Places(connections);
    }

    void run() throws IOException, InterruptedException {
        try (RoomSystem system = RoomSystem.start();
                LogAccess log = new LogAccess(system.endpoints())) {
            Room room = Room.open(system.edge(), new Room.Terms(Instant.now(), 1, 1, Duration.ofMinutes(15)));
            room.control(ALL_SHOP, admitPerSecond, "paused");
            var unused = new JoinsThroughLog(log, room.eventId(), places, IN_FLIGHT).run(0, connections);
            QueueTokens tokens = system.queueTokens();
            try (Tail<AdmissionEvent> tail = log.tail((key, event) -> see(room, key, event));
                    SseFleet fleet =
                            new SseFleet(system.edge(), connections, fan -> request(system, room, tokens, fan), this)) {
                awaitAll(fleet);
                measure(system, room, fleet);
                LogAccess.requireWhole(tail);
            }
        }
    }

    private String request(RoomSystem system, Room room, QueueTokens tokens, int fan) {
        String token = tokens.mint(new QueueTokens.Place(room.eventId(), Fans.id(fan), places.of(fan), 0));
        return SseFleet.request(system.edge(), "/api/queue/stream?event_id=" + room.eventId(), token);
    }

    private void awaitAll(SseFleet fleet) {
        long begin = System.nanoTime();
        while (fleet.following() + fleet.lost() < connections && System.nanoTime() - begin < CONNECTS.toNanos()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        System.err.printf(
                "%,d follow their places after %.1f s%n", fleet.following(), (System.nanoTime() - begin) / 1e9);
        LockSupport.parkNanos(SETTLES.toNanos());
    }

    private void measure(RoomSystem system, Room room, SseFleet fleet) throws IOException {
        double cpu = system.cpuSeconds();
        long begin = System.nanoTime();
        measuring = true;
        room.control(ALL_SHOP, admitPerSecond, "open");
        LockSupport.parkNanos(measured.toNanos());
        room.control(ALL_SHOP, admitPerSecond, "paused");
        LockSupport.parkNanos(SETTLES.toNanos());
        measuring = false;
        double seconds = (System.nanoTime() - begin) / 1e9;
        double used = system.cpuSeconds() - cpu;
        printed.accept(Finding.of("let in, told over SSE")
                .with("connections", "%,d connections", fleet.following())
                .with("lost", "%,d lost", fleet.lost())
                .with("admit_per_second", "%,d let in a second:", admitPerSecond)
                .with("told", "%,d told", admissionLag.getTotalCount())
                .with("untold", "%,d not told within 5 s", admittedAt.size())
                .with("p50_ms", "p50 %.0f ms", admissionLag.getValueAtPercentile(50) / 1000.0)
                .with("p99_ms", "p99 %.0f ms after the commit", admissionLag.getValueAtPercentile(99) / 1000.0)
                .with("max_ms", "longest %.0f ms", admissionLag.getMaxValue() / 1000.0));
        printed.accept(Finding.of("positions, told over SSE")
                .with("rate", "%,.0f told a second", pushes / seconds)
                .with("pause_p50_ms", "each every %.0f ms", pauses.getValueAtPercentile(50) / 1000.0)
                .with("pause_p99_ms", "(p99 %.0f ms)", pauses.getValueAtPercentile(99) / 1000.0)
                .with("p50_ms", "as of p50 %.0f ms", positionLag.getValueAtPercentile(50) / 1000.0)
                .with("p99_ms", "p99 %.0f ms before", positionLag.getValueAtPercentile(99) / 1000.0)
                .with("cpu", "system's CPU %.2f of a core", used / seconds));
    }

    private void see(Room room, String key, @Nullable AdmissionEvent event) {
        if (event == null || !key.equals(room.eventId())) {
            return;
        }
        long now = System.nanoTime();
        seenAt.put(event.getEnvelope().getSequence(), now);
        if (event.getBody() instanceof FansAdmitted admitted) {
            admitted.getAdmissions().forEach(each -> admittedAt.put(each.getSequence(), now));
        }
    }

    @Override
    public void received(int client, String event, long nanos) {
        if (!measuring || !event.contains("event: status")) {
            return;
        }
        if (event.contains("\"phase\":\"admitted\"")) {
            Long admitted = admittedAt.remove((long) places.of(client));
            if (admitted != null) {
                record(admissionLag, nanos - admitted);
            }
            return;
        }
        pushes++;
        Long seen = seenAt.get(EventText.id(event));
        if (seen != null) {
            record(positionLag, nanos - seen);
        }
        if (toldAt[client] != 0) {
            record(pauses, nanos - toldAt[client]);
        }
        toldAt[client] = nanos;
    }

    /** A client may be told a moment before this process's own reader is. */
    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos / 1000, 0, LONGEST_MICROS));
    }
}
