package io.onsale.edge.views.orders;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets threads wait until something holds for an id; an id nobody waits for costs nothing. */
final class Rests {

    /** Those who wait for one id. */
    private static final class Room {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private int waiting;
    }

    private final Map<String, Room> rooms = new ConcurrentHashMap<>();

    /** Waits until it holds, as {@link #come} gives occasion to look; false where it does not in time. */
    boolean await(String id, BooleanSupplier holds, Duration patience) throws InterruptedException {
        Room room = rooms.compute(id, (same, there) -> entered(there == null ? new Room() : there));
        room.lock.lock();
        try {
            long left = patience.toNanos();
            while (!holds.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = room.changed.awaitNanos(left);
            }
            return true;
        } finally {
            room.lock.unlock();
            rooms.computeIfPresent(id, (same, there) -> --there.waiting == 0 ? null : there);
        }
    }

    /** Tells those who wait for an id to look. */
    void come(String id) {
        Room room = rooms.get(id);
        if (room != null) {
            room.lock.lock();
            try {
                room.changed.signalAll();
            } finally {
                room.lock.unlock();
            }
        }
    }

    private static Room entered(Room room) {
        room.waiting++;
        return room;
    }
}
