package io.onsale.edge.queue.challenge;

import io.onsale.edge.auth.Recent;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts how many came from where in about the last minute. */
final class Crowds {
    private static final int REMEMBERED = 200_000;

    private final Recent<String, Count> counts = new Recent<>(REMEMBERED);
    private final LongSupplier nanos;

    Crowds() {
        this(System::nanoTime);
    }

    Crowds(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** One more comes from there; how many did lately, with this one. */
    int count(String from) {
        long minute = TimeUnit.NANOSECONDS.toMinutes(nanos.getAsLong());
        Count count = counts.find(from).orElse(null);
        if (count == null) {
            count = new Count(minute);
            counts.put(from, count);
        }
        return count.oneMore(minute);
    }

    /** The minute that goes on, and the one before it. */
    private static final class Count {
        private long minute;
        private int now;
        private int before;

        Count(long minute) {
            this.minute = minute;
        }

        synchronized int oneMore(long current) {
            if (current != minute) {
                before = current == minute + 1 ? now : 0;
                now = 0;
                minute = current;
            }
            now++;
            return Math.max(now, before);
        }
    }
}
