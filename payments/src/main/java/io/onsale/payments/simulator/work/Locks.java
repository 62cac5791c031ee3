package io.onsale.payments.simulator.work;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lets one at a time change what goes by a name. */
public final class Locks {

    private static final int COUNT = 256;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(COUNT).toArray(ReentrantLock[]::new);

    public <T> T holding(String name, Supplier<T> work) {
        ReentrantLock lock = locks[Math.floorMod(name.hashCode(), COUNT)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
