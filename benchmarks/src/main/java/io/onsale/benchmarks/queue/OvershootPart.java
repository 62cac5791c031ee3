package io.onsale.benchmarks.queue;

import io.onsale.edge.views.Tail;
import io.onsale.schemas.admission.Admission;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.AdmissionReply;
import io.onsale.schemas.admission.ArriveAtSale;
import io.onsale.schemas.admission.FansAdmitted;
import io.onsale.schemas.admission.LeaveQueue;
import io.onsale.waiting.PaceBounds;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets very many in through the whole system while they come, leave, or stay away at random and their organizer changes the limit, and counts
 * from the events how often it was passed.
 */
final class OvershootPart {

    private static final int LIMIT = 2_000;
    private static final int LOWEST_LIMIT = 500;
    private static final int ADMIT_PER_SECOND = PaceBounds.MOST_PER_SECOND;
    private static final int IN_FLIGHT = 2_000;
    private static final int PORTION = 10_000;
    private static final long CONTROL_MILLIS = 500;
    private static final int LONGEST_STAY_MILLIS = 100;
    private static final double ARRIVES = 0.1;
    private static final double STAYS_AWAY = 0.01;
    private static final long LOOK_NANOS = 10_000_000;
    private static final Duration STALLED = Duration.ofMinutes(1);
    /** Of places given, so many more than admissions wanted, for those who leave the line. */
    private static final double SPARE = 1.05;

    private final int admissions;
    private final long seed;
    private final Consumer<Finding> printed;
    private final ShopperCount count = new ShopperCount();
    private final Random random;
    private final AtomicLong admitted = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicInteger controls = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("shoppers").factory());

    OvershootPart(int admissions, long seed, Consumer<Finding> printed) {
        this.admissions = admissions;
        this.seed = seed;
        this.random = new Random(seed);
        this.printed = printed;
    }

    void run() throws IOException, InterruptedException {
        try (RoomSystem system = RoomSystem.start();
                LogAccess log = new LogAccess(system.endpoints())) {
            Room room = Room.open(
                    system.edge(), new Room.Terms(Instant.now(), LIMIT, ADMIT_PER_SECOND, Duration.ofSeconds(5)));
            double cpu = system.cpuSeconds();
            long begin = System.nanoTime();
            try (Tail<AdmissionEvent> tail = log.tail((key, event) -> see(log, room, key, event))) {
                Random limits = new Random(seed);
                Future<?> unused = clock.scheduleWithFixedDelay(
                        () -> control(room, limits), CONTROL_MILLIS, CONTROL_MILLIS, TimeUnit.MILLISECONDS);
                join(log, room);
                awaitAdmissions();
                LogAccess.requireWhole(tail);
            } finally {
                clock.shutdownNow();
            }
            print((System.nanoTime() - begin) / 1e9, system.cpuSeconds() - cpu);
        }
    }

    private void join(LogAccess log, Room room) throws InterruptedException {
        int fans = (int) (admissions * SPARE);
        JoinsThroughLog joins = new JoinsThroughLog(log, room.eventId(), new Places(fans), IN_FLIGHT);
        for (int from = 0; from < fans; from += PORTION) {
            var unused = joins.run(from, Math.min(PORTION, fans - from));
            System.err.printf("%,d joined, %,d let in%n", Math.min(fans, from + PORTION), admitted.get());
        }
    }

    private void awaitAdmissions() {
        long last = admitted.get();
        long since = System.nanoTime();
        while (last < admissions && System.nanoTime() - since < STALLED.toNanos()) {
            LockSupport.parkNanos(LOOK_NANOS);
            if (admitted.get() > last) {
                last = admitted.get();
                since = System.nanoTime();
            }
        }
    }

    /** Called by the tail's one thread. */
    private void see(LogAccess log, Room room, String key, @Nullable AdmissionEvent event) {
        if (event == null || !key.equals(room.eventId())) {
            return;
        }
        synchronized (count) {
            count.take(event.getBody());
        }
        if (event.getBody() instanceof FansAdmitted those) {
            those.getAdmissions().forEach(each -> shop(log, room, each));
            admitted.addAndGet(those.getAdmissions().size());
        }
    }

    private void shop(LogAccess log, Room room, Admission admission) {
        double does = random.nextDouble();
        if (does < STAYS_AWAY) {
            return;
        }
        String fan = admission.getFanId();
        int stay = random.nextInt(LONGEST_STAY_MILLIS);
        Future<?> unused = clock.schedule(
                () -> {
                    if (does < ARRIVES) {
                        ask(log, room, fan, new ArriveAtSale(fan, admission.getAdmissionId()));
                    }
                    ask(log, room, fan, new LeaveQueue(fan, admission.getSequence()));
                },
                stay,
                TimeUnit.MILLISECONDS);
    }

    private void ask(LogAccess log, Room room, String fan, Object command) {
        asked.incrementAndGet();
        try {
            CompletableFuture<AdmissionReply> unused = log.ask(room.eventId(), fan, command)
                    .whenComplete((reply, failure) -> {
                        if (failure != null) {
                            unanswered.incrementAndGet();
                        }
                    });
        } catch (RuntimeException overloaded) {
            // Whoever cannot leave now stays until the time is over.
            unanswered.incrementAndGet();
        }
    }

    private void control(Room room, Random limits) {
        try {
            room.control(LOWEST_LIMIT + limits.nextInt(2 * LIMIT), ADMIT_PER_SECOND, "open");
            controls.incrementAndGet();
        } catch (IOException e) {
            unanswered.incrementAndGet();
        }
    }

    private void print(double seconds, double cpuSeconds) {
        synchronized (count) {
            printed.accept(Finding.of("admission overshoot")
                    .with("overshoot", "%d", count.overshoot())
                    .with("admissions", "over %,d admissions through the whole system", count.admissions())
                    .with("twice", "%d given twice", count.twice())
                    .with("most_at_once", "%,d at once at most", count.most())
                    .with("limit_changes", "%,d changes of the limit", controls.get())
                    .with("rate", "%,.0f admissions/s", count.admissions() / seconds)
                    .with("commands", "%,d comings and leavings asked for", asked.get())
                    .with("unanswered", "%,d unanswered", unanswered.get())
                    .with("cpu_seconds_per_1000", "system's CPU %.2f s per 1,000", cpuSeconds * 1000 / admissions)
                    .with("seed", "seed %d", seed));
        }
    }
}
