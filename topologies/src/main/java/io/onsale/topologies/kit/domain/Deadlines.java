package io.onsale.topologies.kit.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When time next brings something to what, for each key: derived from rows and rebuilt from them at start, so that a deadline is written down once.
 *
 * @param <T> what has deadlines; of two with the same, the lesser comes first
 */
public final class Deadlines<T extends Comparable<T>> {

    private record Deadline<T extends Comparable<T>>(Instant at, T what) implements Comparable<Deadline<T>> {

        @Override
        public int compareTo(Deadline<T> other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : what.compareTo(other.what);
        }
    }

    private final Map<String, TreeSet<Deadline<T>>> byKey = new HashMap<>();

    public void add(String key, Instant at, T what) {
        byKey.computeIfAbsent(key, first -> new TreeSet<>()).add(new Deadline<>(at, what));
    }

    /** Takes back one that was added with this instant. */
    public void remove(String key, Instant at, T what) {
        TreeSet<Deadline<T>> waiting = byKey.get(key);
        if (waiting != null && waiting.remove(new Deadline<>(at, what)) && waiting.isEmpty()) {
            byKey.remove(key);
        }
    }

    /** What of a key is due by this instant, earliest first. */
    public Stream<T> dueBy(String key, Instant at) {
        return of(key).takeWhile(deadline -> !deadline.at().isAfter(at)).map(Deadline::what);
    }

    /** What of a key has a deadline after this instant, earliest first. */
    public Stream<T> after(String key, Instant at) {
        return of(key).dropWhile(deadline -> !deadline.at().isAfter(at)).map(Deadline::what);
    }

    /** Everything of a key, earliest first. */
    public Stream<T> all(String key) {
        return of(key).map(Deadline::what);
    }

    public boolean anyDue(String key, Instant at) {
        TreeSet<Deadline<T>> waiting = byKey.get(key);
        return waiting != null && !waiting.first().at().isAfter(at);
    }

    /** For each key with something due by this instant, the earliest. */
    public Map<String, T> earliestDue(Instant at) {
        Map<String, T> due = new HashMap<>();
        byKey.forEach((key, waiting) -> {
            if (!waiting.first().at().isAfter(at)) {
                due.put(key, waiting.first().what());
            }
        });
        return due;
    }

    /** The keys with any deadline. */
    public Set<String> keys() {
        return Set.copyOf(byKey.keySet());
    }

    private Stream<Deadline<T>> of(String key) {
        TreeSet<Deadline<T>> waiting = byKey.get(key);
        return waiting == null ? Stream.of() : waiting.stream();
    }
}
