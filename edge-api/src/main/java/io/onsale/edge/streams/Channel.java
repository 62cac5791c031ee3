package io.onsale.edge.streams;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The last frames about one thing, and how many listen to them. */
final class Channel {
    private static final int KEPT = 128;

    private final Source source;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final @Nullable Frame[] frames = new Frame[KEPT];
    private long end;
    private boolean closed;
    private int listeners;

    Channel(Source source) {
        this.source = source;
    }

    /** The number of the next frame. */
    long end() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /** Takes up what is new at its source. */
    void tick() {
        source.news().ifPresent(this::publish);
    }

    private void publish(Frame frame) {
        lock.lock();
        try {
            frames[(int) (end % KEPT)] = frame;
            end++;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The frame of a number, waiting for it so long; nothing where none came.
     *
     * @throws ListenerGoneException if the listener is too slow, or the edge stops
     */
    Optional<Frame> await(long number, Duration patience) throws InterruptedException, ListenerGoneException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (number >= end && !closed && left > 0) {
                left = news.awaitNanos(left);
            }
            if (closed) {
                throw new ListenerGoneException(ListenerGoneException.Reason.CLOSED);
            }
            if (number < end - KEPT) {
                throw new ListenerGoneException(ListenerGoneException.Reason.SLOW);
            }
            return number < end ? Optional.ofNullable(frames[(int) (number % KEPT)]) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Guarded by the broadcaster's map. */
    int count(int change) {
        listeners += change;
        return listeners;
    }
}
