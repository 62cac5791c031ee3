package io.onsale.outbound;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs tasks on virtual threads: those of one lane one after another, in the order in which they came. */
final class Lanes implements AutoCloseable {

    private final Map<String, Queue<Runnable>> waiting = new HashMap<>();
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    synchronized void add(String lane, Runnable task) {
        Queue<Runnable> queue = waiting.get(lane);
        if (queue != null) {
            queue.add(task);
            return;
        }
        waiting.put(lane, new ArrayDeque<>());
        Thread thread = Thread.ofVirtual().name("lane").unstarted(() -> drain(lane, task));
        running.add(thread);
        thread.start();
    }

    private void drain(String lane, Runnable first) {
        try {
            for (Runnable task = first; task != null; task = next(lane)) {
                task.run();
            }
        } catch (RuntimeException | Error e) {
            // What waits in this lane stays there: it must not overtake what has failed.
            failure.compareAndSet(null, e);
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    private synchronized @Nullable Runnable next(String lane) {
        Queue<Runnable> queue = waiting.get(lane);
        Runnable next = queue == null ? null : queue.poll();
        if (next == null) {
            waiting.remove(lane);
        }
        return next;
    }

    /** Throws where a task has failed; its lane stands still from then on. */
    void throwFailure() {
        Throwable trouble = failure.get();
        if (trouble != null) {
            throw new IllegalStateException("a lane has failed", trouble);
        }
    }

    /** Drops what waits, lets what runs come to an end for a while, and interrupts it then. */
    void stop(Duration grace) throws InterruptedException {
        drop();
        long deadline = System.nanoTime() + grace.toNanos();
        for (Thread thread : running) {
            var unused = thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
        close();
    }

    private synchronized void drop() {
        waiting.values().forEach(Queue::clear);
    }

    /** Drops what waits, so that it does not overtake what it waited for, and interrupts what runs. */
    @Override
    public void close() {
        drop();
        running.forEach(Thread::interrupt);
    }
}
