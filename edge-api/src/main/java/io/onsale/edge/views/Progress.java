package io.onsale.edge.views;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** How far a view has come with each key, and who waits for it to come further. */
public final class Progress {
    private static final int MOST_WAITERS = 20_000;

    private final Map<String, Long> reached = new ConcurrentHashMap<>();
    // Its lists are touched inside the map's own atomic operations only.
    private final Map<String, List<Waiter>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger waiters = new AtomicInteger();

    /** The last sequence of a key that is in view; 0 where none is. */
    public long of(String key) {
        return reached.getOrDefault(key, 0L);
    }

    /** Tells that a key has come to a sequence, and lets those go on who waited for it. */
    public void advance(String key, long sequence) {
        reached.put(key, sequence);
        // Whoever begins to wait looks at the sequence afterwards, so nobody is missed by looking here second.
        if (waiters.get() > 0) {
            waiting.computeIfPresent(key, (same, all) -> release(all, sequence));
        }
    }

    /** Waits until a key has come to a sequence; false where it did not within the time given, or where too many wait already. */
    public boolean await(String key, long sequence, Duration patience) throws InterruptedException {
        if (of(key) >= sequence) {
            return true;
        }
        Waiter waiter = new Waiter(sequence, new CountDownLatch(1));
        try {
            if (waiters.incrementAndGet() > MOST_WAITERS) {
                return false;
            }
            waiting.compute(key, (same, all) -> with(all, waiter));
            return of(key) >= sequence || waiter.arrived.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            waiters.decrementAndGet();
            waiting.computeIfPresent(key, (same, all) -> without(all, waiter));
        }
    }

    private static List<Waiter> with(@Nullable List<Waiter> all, Waiter waiter) {
        List<Waiter> more = all == null ? new ArrayList<>() : all;
        more.add(waiter);
        return more;
    }

    private static @Nullable List<Waiter> without(List<Waiter> all, Waiter waiter) {
        all.remove(waiter);
        return all.isEmpty() ? null : all;
    }

    private static @Nullable List<Waiter> release(List<Waiter> all, long sequence) {
        for (Iterator<Waiter> each = all.iterator(); each.hasNext(); ) {
            Waiter waiter = each.next();
            if (waiter.sequence <= sequence) {
                waiter.arrived.countDown();
                each.remove();
            }
        }
        return all.isEmpty() ? null : all;
    }

    private record Waiter(long sequence, CountDownLatch arrived) {}
}
