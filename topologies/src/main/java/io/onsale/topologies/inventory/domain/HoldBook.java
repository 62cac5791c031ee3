package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Deadlines;
import io.onsale.topologies.kit.domain.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds by id, and for each show the deadlines of its open ones.
 *
 * <p>The deadlines are derived from the holds and rebuilt from them at start, so a deadline is written down once.
 */
final class HoldBook {

    /** What is looked for among open holds. */
    private record Open(String hold, String fan, String countedBy, String performance) implements Comparable<Open> {

        boolean isOf(String someone, String counted) {
            return fan.equals(someone) || countedBy.equals(counted);
        }

        @Override
        public int compareTo(Open other) {
            return hold.compareTo(other.hold);
        }
    }

    private final Table<Hold> holds;
    private final Deadlines<Open> deadlines = new Deadlines<>();

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
        return deadlines.dueBy(event, at).limit(most).map(Open::hold).toList();
    }

    /** Those among all of them that are a fan's, or counted like the fan's, or named. */
    List<String> dueBy(String event, Instant at, String fan, String countedBy, Set<String> named) {
        return deadlines
                .dueBy(event, at)
                .filter(open -> open.isOf(fan, countedBy) || named.contains(open.hold()))
                .map(Open::hold)
                .toList();
    }

    /** The open holds of a show whose deadline is not after this instant and of which this is true. */
    List<String> dueBy(String event, Instant at, Predicate<Hold> which) {
        return deadlines
                .dueBy(event, at)
                .map(Open::hold)
                .filter(id -> which.test(require(event, id)))
                .toList();
    }

    /** For each show with something due by this instant, its earliest such hold. */
    Map<String, String> earliestDue(Instant at) {
        Map<String, String> due = new HashMap<>();
        deadlines.earliestDue(at).forEach((event, open) -> due.put(event, open.hold()));
        return due;
    }

    /** The open holds of some performances of a show that are not due by this instant, and no more than so many. */
    List<String> openAfter(String event, Instant at, Predicate<String> performance, int most) {
        return deadlines
                .after(event, at)
                .filter(open -> performance.test(open.performance()))
                .limit(most)
                .map(Open::hold)
                .toList();
    }

    /** All of them that are a fan's, or counted like the fan's. */
    List<String> openAfter(String event, Instant at, String fan, String countedBy, Predicate<String> performance) {
        return deadlines
                .after(event, at)
                .filter(open -> open.isOf(fan, countedBy) && performance.test(open.performance()))
                .map(Open::hold)
                .toList();
    }

    /** Whether anything of a show is held and not owned. */
    boolean anyOpen(String event) {
        return deadlines.all(event).findAny().isPresent();
    }

    /** The shows with open holds. */
    Set<String> shows() {
        return deadlines.keys();
    }

    private static Open open(String id, Hold hold) {
        return new Open(id, hold.fanId(), hold.countedBy(), hold.performanceId());
    }

    private static String key(String event, String id) {
        return event + '|' + id;
    }

    private void remember(String event, String id, Hold hold) {
        deadlines.add(event, hold.expiresAt(), open(id, hold));
    }

    private void forget(String event, String id, Hold hold) {
        deadlines.remove(event, hold.expiresAt(), open(id, hold));
    }
}
