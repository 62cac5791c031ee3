package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds by id, and for each show the deadlines of its open ones.
 *
 * <p>The deadlines are derived from the holds and rebuilt from them at start, so a deadline is written down once.
 */
final class HoldBook {

    private record Deadline(Instant at, String hold, String fan, String performance) {

        static final Comparator<Deadline> EARLIEST_FIRST =
                Comparator.comparing(Deadline::at).thenComparing(Deadline::hold);
    }

    private final Table<Hold> holds;
    private final Map<String, TreeSet<Deadline>> deadlines = new HashMap<>();

    HoldBook(Table<Hold> holds) {
        this.holds = holds;
        holds.forEach((key, hold) -> {
            if (hold.open()) {
                int bar = key.indexOf('|');
                remember(key.substring(0, bar), key.substring(bar + 1), hold);
            }
        });
    }

    @Nullable
    Hold get(String event, String id) {
        return holds.get(key(event, id));
    }

    /** The hold of an id that is known to be there. */
    Hold require(String event, String id) {
        Hold hold = get(event, id);
        if (hold == null) {
            throw new IllegalStateException("no such hold: " + id);
        }
        return hold;
    }

    /** Keeps a hold as it is now, in place of what it was. */
    void put(String event, String id, Hold now) {
        Hold before = get(event, id);
        if (before != null && before.open()) {
            forget(event, id, before);
        }
        holds.put(key(event, id), now);
        if (now.open()) {
            remember(event, id, now);
        }
    }

    /** The open holds of a show whose deadline is not after this instant, earliest first, and no more than so many. */
    List<String> dueBy(String event, Instant at, int most) {
        return due(event, at).limit(most).map(Deadline::hold).toList();
    }

    /** Those among all of them that are a fan's or named. */
    List<String> dueBy(String event, Instant at, String fan, Set<String> named) {
        return due(event, at)
                .filter(deadline -> deadline.fan().equals(fan) || named.contains(deadline.hold()))
                .map(Deadline::hold)
                .toList();
    }

    /** The open holds of a show whose deadline is not after this instant and of which this is true. */
    List<String> dueBy(String event, Instant at, Predicate<Hold> which) {
        return due(event, at)
                .map(Deadline::hold)
                .filter(id -> which.test(require(event, id)))
                .toList();
    }

    private Stream<Deadline> due(String event, Instant at) {
        TreeSet<Deadline> open = deadlines.get(event);
        return open == null
                ? Stream.of()
                : open.stream().takeWhile(deadline -> !deadline.at().isAfter(at));
    }

    /** For each show with something due by this instant, its earliest such hold. */
    Map<String, String> earliestDue(Instant at) {
        Map<String, String> due = new HashMap<>();
        deadlines.forEach((event, open) -> {
            if (!open.first().at().isAfter(at)) {
                due.put(event, open.first().hold());
            }
        });
        return due;
    }

    /** The open holds of some performances of a show that are not due by this instant, and no more than so many. */
    List<String> openAfter(String event, Instant at, Predicate<String> performance, int most) {
        return openAfter(event, at)
                .filter(deadline -> performance.test(deadline.performance()))
                .limit(most)
                .map(Deadline::hold)
                .toList();
    }

    /** All of them that are a fan's. */
    List<String> openAfter(String event, Instant at, String fan, Predicate<String> performance) {
        return openAfter(event, at)
                .filter(deadline -> deadline.fan().equals(fan) && performance.test(deadline.performance()))
                .map(Deadline::hold)
                .toList();
    }

    private Stream<Deadline> openAfter(String event, Instant at) {
        TreeSet<Deadline> open = deadlines.get(event);
        return open == null
                ? Stream.of()
                : open.stream().dropWhile(deadline -> !deadline.at().isAfter(at));
    }

    /** The shows with open holds. */
    Set<String> shows() {
        return Set.copyOf(deadlines.keySet());
    }

    private static Deadline deadline(String id, Hold hold) {
        return new Deadline(hold.expiresAt(), id, hold.fanId(), hold.performanceId());
    }

    private static String key(String event, String id) {
        return event + '|' + id;
    }

    private void remember(String event, String id, Hold hold) {
        deadlines
                .computeIfAbsent(event, show -> new TreeSet<>(Deadline.EARLIEST_FIRST))
                .add(deadline(id, hold));
    }

    private void forget(String event, String id, Hold hold) {
        TreeSet<Deadline> open = deadlines.get(event);
        if (open != null) {
            open.remove(deadline(id, hold));
            if (open.isEmpty()) {
                deadlines.remove(event);
            }
        }
    }
}
