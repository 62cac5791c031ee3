package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.show.domain.Performance;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Performances that were called off while more was held of them than ends in one decision; derived, so it is kept in no row. */
final class StoppedBook {

    private final ShowBook shows;
    private final HoldBook holds;
    private final Map<String, Set<String>> stopping = new HashMap<>();

    StoppedBook(ShowBook shows, HoldBook holds) {
        this.shows = shows;
        this.holds = holds;
        holds.shows().forEach(this::changed);
    }

    /** A show is not what it was. */
    void changed(String event) {
        ShowBook.Opened show = shows.find(event);
        if (show != null) {
            show.seats().definition().performances().stream()
                    .filter(Performance::cancelled)
                    .map(Performance::id)
                    .filter(id -> isHeld(event, id, Instant.MIN))
                    .forEach(id -> stopping.computeIfAbsent(event, it -> new HashSet<>())
                            .add(id));
        }
    }

    /** Holds of a show that are not due by an instant and still have to end, and no more than so many. */
    List<String> holds(String event, Instant at, int most) {
        Set<String> performances = stopping.get(event);
        return performances == null ? List.of() : holds.openAfter(event, at, performances::contains, most);
    }

    /** All of them that are a fan's, or counted like the fan's. */
    List<String> holds(String event, Instant at, String fan, String countedBy) {
        Set<String> performances = stopping.get(event);
        return performances == null ? List.of() : holds.openAfter(event, at, fan, countedBy, performances::contains);
    }

    /** For each show with such holds one of the performances. */
    Map<String, String> left(Instant at) {
        stopping.forEach((event, performances) -> performances.removeIf(id -> !isHeld(event, id, Instant.MIN)));
        stopping.values().removeIf(Set::isEmpty);
        Map<String, String> left = new HashMap<>();
        stopping.forEach((event, performances) -> performances.stream()
                .filter(id -> isHeld(event, id, at))
                .findFirst()
                .ifPresent(id -> left.put(event, id)));
        return left;
    }

    private boolean isHeld(String event, String performance, Instant after) {
        return !holds.openAfter(event, after, performance::equals, 1).isEmpty();
    }
}
