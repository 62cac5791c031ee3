package io.onsale.standalone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long each part took to start. */
public final class StartTimes {

    private final long began = System.nanoTime();
    private final Map<String, Long> millis = new LinkedHashMap<>();
    private final Progress progress;

    StartTimes(Progress progress) {
        this.progress = progress;
    }

    <T> T of(String part, Supplier<T> start) {
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

    private synchronized void note(String part, long took) {
        millis.put(part, took);
        progress.say(String.format("  %-28s %5d ms", part, took));
    }

    /** Milliseconds by part, in the order in which they were ready; parts start side by side, so they do not add up. */
    public synchronized Map<String, Long> byPart() {
        return Map.copyOf(millis);
    }

    /** Milliseconds since the first part began. */
    public long total() {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
