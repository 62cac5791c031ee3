package io.onsale.standalone.audit.clickhouse;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Patience with a sink that is still bringing what the log has. */
final class CatchingUp {

    private static final long PAUSE = Duration.ofMillis(200).toNanos();

    private CatchingUp() {}

    /** What still differs when nothing does any more, or patience is at its end. */
    static <T> List<T> differing(Duration patience, Supplier<List<T>> ask) {
        long giveUp = System.nanoTime() + patience.toNanos();
        List<T> differing = ask.get();
        while (!differing.isEmpty() && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(PAUSE);
            differing = ask.get();
        }
        return differing;
    }
}
