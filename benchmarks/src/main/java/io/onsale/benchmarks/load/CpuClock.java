package io.onsale.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;

/** The processor time this process uses between two instants. */
public final class CpuClock {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Thread watcher;
    private volatile long nanos;

    private CpuClock(long from, long to) {
        watcher = Thread.ofPlatform().daemon().name("cpu-clock").unstarted(() -> watch(from, to));
    }

    /** Processor time this process has used so far, in nanoseconds. */
    public static long now() {
        return SYSTEM.getProcessCpuTime();
    }

    /** Both as {@link System#nanoTime} tells them. */
    static CpuClock between(long from, long to) {
        CpuClock clock = new CpuClock(from, to);
        clock.watcher.start();
        return clock;
    }

    /** Waits for the end. */
    double seconds() throws InterruptedException {
        watcher.join();
        return nanos / 1e9;
    }

    private void watch(long from, long to) {
        waitUntil(from);
        long before = SYSTEM.getProcessCpuTime();
        waitUntil(to);
        nanos = SYSTEM.getProcessCpuTime() - before;
    }

    private static void waitUntil(long instant) {
        for (long left = instant - System.nanoTime(); left > 0; left = instant - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
