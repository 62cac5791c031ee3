package io.onsale.benchmarks.queue;

import io.onsale.edge.views.Tail;
import io.onsale.schemas.admission.Admission;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.ArriveAtSale;
import io.onsale.schemas.admission.FansAdmitted;
import io.onsale.schemas.admission.LeaveQueue;
import io.onsale.schemas.inventory.HoldSeats;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.waiting.PaceBounds;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets very many in through the whole system while they come, hold places, leave, try to hold more with what they had, or stay away, all at random, and
 * their organizer changes the limit. It counts from the events how often that was passed, and has the audit's rule judge them too.
 */
final class OvershootPart {

    private static final int LIMIT = 2_000;
    private static final int LOWEST_LIMIT = 500;
    private static final int ADMIT_PER_SECOND = PaceBounds.MOST_PER_SECOND;
    private static final int IN_FLIGHT = 2_000;
    private static final int PORTION = 10_000;
    private static final long CONTROL_MILLIS = 500;
    private static final int LONGEST_STAY_MILLIS = 100;
    /** After leaving; by then most places are given to others. */
    private static final int LATEST_MILLIS = 2_000;

    private static final double STAYS_AWAY = 0.01;
    private static final double ARRIVES = 0.1;
    private static final double HOLDS = 0.2;
    private static final double HOLDS_AFTER_LEAVING = 0.25;
    private static final long LOOK_NANOS = 10_000_000;
    private static final Duration STALLED = Duration.ofMinutes(1);
    private static final int MOST_PRINTED = 20;

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
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicInteger controls = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("shoppers").factory());

    OvershootPart(int admissions, long seed, Consumer<Finding> printed) {
        this.admissions = admissions;
        this.seed = seed;
        this.random = new Random(seed);
        this.printed = printed;
    }

    /** Answers whether so many were let in, and nothing was wrong. */
    boolean run() throws IOException, InterruptedException {
        try (RoomSystem system = RoomSystem.start();
                LogAccess log = new LogAccess(system.endpoints())) {
            Room room = Room.open(
                    system.edge(), new Room.Terms(Instant.now(), LIMIT, ADMIT_PER_SECOND, Duration.ofSeconds(5)));
            AuditedRoom audited = new AuditedRoom(room.eventId());
            double cpu = system.cpuSeconds();
            long begin = System.nanoTime();
            try (Tail<AdmissionEvent> tail = log.tail((key, event) -> {
                        audited.see(key, event);
                        see(log, room, key, event);
                    });
                    Tail<InventoryEvent> inventory = log.inventoryTail(audited::see)) {
                Random limits = new Random(seed);
                Future<?> unused = clock.scheduleWithFixedDelay(
                        () -> control(room, limits), CONTROL_MILLIS, CONTROL_MILLIS, TimeUnit.MILLISECONDS);
                join(log, room);
                awaitAdmissions();
                LogAccess.requireWhole(tail);
                LogAccess.requireWhole(inventory);
            } finally {
                clock.shutdownNow();
            }
            List<String> wrong = audited.findings();
            wrong.stream().limit(MOST_PRINTED).forEach(System.err::println);
            print((System.nanoTime() - begin) / 1e9, system.cpuSeconds() - cpu, wrong.size());
            return wrong.isEmpty() && isRight();
        }
    }

    private boolean isRight() {
        synchronized (count) {
            return count.overshoot() <= 0 && count.twice() == 0 && count.admissions() >= admissions;
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
        int stay = random.nextInt(LONGEST_STAY_MILLIS);
        Future<?> unused = clock.schedule(() -> shopAndGo(log, room, admission, does), stay, TimeUnit.MILLISECONDS);
    }

    private void shopAndGo(LogAccess log, Room room, Admission admission, double does) {
        String fan = admission.getFanId();
        if (does < ARRIVES) {
            ask(() -> log.ask(room.eventId(), fan, new ArriveAtSale(fan, admission.getAdmissionId())));
        }
        if (does < HOLDS) {
            hold(log, room, admission, "early");
        }
        ask(() -> log.ask(room.eventId(), fan, new LeaveQueue(fan, admission.getSequence())));
        if (does < HOLDS_AFTER_LEAVING) {
            Future<?> unused = clock.schedule(
                    () -> hold(log, room, admission, "late"), random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS);
        }
    }

    /** A place of the floor with what lets the fan in, as an edge that read its token asks for it. */
    private void hold(LogAccess log, Room room, Admission admission, String name) {
        HoldSeats hold = HoldSeats.newBuilder()
                .setHoldId(admission.getAdmissionId() + "." + name)
                .setFanId(admission.getFanId())
                .setSection(Room.FLOOR)
                .setSeatIds(List.of())
                .setQuantity(1)
                .setAdmission(
                        new io.onsale.schemas.inventory.Admission(admission.getAdmissionId(), admission.getExpiresAt()))
                .build();
        ask(() -> log.hold(room.eventId(), hold).whenComplete((reply, failure) -> {
            if (reply != null) {
                (reply.getOutcome() instanceof SeatsHeld ? held : refused).incrementAndGet();
            }
        }));
    }

    private void ask(Supplier<CompletableFuture<?>> question) {
        asked.incrementAndGet();
        try {
            CompletableFuture<?> unused = question.get().whenComplete((reply, failure) -> {
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

    private void print(double seconds, double cpuSeconds, long wrong) {
        synchronized (count) {
            printed.accept(Finding.of("admission overshoot")
                    .with("overshoot", "%d", count.overshoot())
                    .with("admissions", "over %,d admissions through the whole system", count.admissions())
                    .with("wrong", "%,d findings of the audit's rule", wrong)
                    .with("twice", "%d given twice", count.twice())
                    .with("most_at_once", "%,d at once at most", count.most())
                    .with("limit_changes", "%,d changes of the limit", controls.get())
                    .with("rate", "%,.0f admissions/s", count.admissions() / seconds)
                    .with("commands", "%,d comings, holds and leavings asked for", asked.get())
                    .with("held", "%,d held", held.get())
                    .with("refused", "%,d holds refused", refused.get())
                    .with("unanswered", "%,d unanswered", unanswered.get())
                    .with("cpu_seconds_per_1000", "system's CPU %.2f s per 1,000", cpuSeconds * 1000 / admissions)
                    .with("seed", "seed %d", seed));
        }
    }
}
