package io.onsale.standalone;

import java.util.function.Supplier;

/** Says how long each part took to start, as long as the start is wanted; parts start side by side, so the times do not add up. */
public final class StartTimes {

    private final long began = System.nanoTime();
    private final Progress progress;
    private final Parts parts;

    StartTimes(Progress progress, Parts parts) {
        this.progress = progress;
        this.parts = parts;
    }

    <T> T of(String part, Supplier<T> start) {
        parts.requireWanted();
        long from = System.nanoTime();
        T started = start.get();
        note(part, (System.nanoTime() - from) / 1_000_000);
        return started;
    }

    void of(String part, Runnable start) {
        of(part, () -> {
            start.run();
            return part;
        });
    }

    private void note(String part, long took) {
        progress.say(String.format("  %-28s %5d ms", part, took));
    }

    /** Milliseconds since the first part began. */
    public long total() {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
