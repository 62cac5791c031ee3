package io.onsale.standalone.clickhouse.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many statements of each role run at once, so that people's queries never keep the sink waiting. */
final class Slots {

    private static final int PER_ROLE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<Role, Semaphore> free =
            Map.of(Role.WRITER, new Semaphore(PER_ROLE, true), Role.READER, new Semaphore(PER_ROLE, true));
    private volatile boolean closed;

    void enter(Role role) throws EngineException {
        Semaphore slots = of(role);
        if (closed || !acquired(slots, 1, PATIENCE)) {
            throw EngineException.of(
                    ErrorCode.TOO_MANY_SIMULTANEOUS_QUERIES,
                    closed ? "The server is shutting down" : "Too many simultaneous queries");
        }
        if (closed) {
            slots.release();
            throw EngineException.of(ErrorCode.TOO_MANY_SIMULTANEOUS_QUERIES, "The server is shutting down");
        }
    }

    void leave(Role role) {
        of(role).release();
    }

    /** Lets nobody in any more and waits for those inside. */
    boolean drain(Duration patience) {
        closed = true;
        long deadline = System.nanoTime() + patience.toNanos();
        boolean writersLeft = acquired(of(Role.WRITER), PER_ROLE, patience);
        Duration rest = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        return writersLeft && acquired(of(Role.READER), PER_ROLE, rest);
    }

    private Semaphore of(Role role) {
        Semaphore slots = free.get(role);
        if (slots == null) {
            throw new IllegalStateException("no slots for " + role);
        }
        return slots;
    }

    private static boolean acquired(Semaphore slots, int count, Duration patience) {
        try {
            return slots.tryAcquire(count, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
