package io.onsale.topologies.inventory.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Free seats by performance and section, for choosing among them quickly.
 *
 * <p>A section is read from the seats' rows when it is first asked for, and kept up to date from then on. It is never the truth.
 */
final class FreeSeatIndex {

    private record Key(String event, String performance, String section) {}

    private final SeatBook seats;
    private final Map<Key, FreeSeats> sections = new HashMap<>();

    FreeSeatIndex(SeatBook seats) {
        this.seats = seats;
    }

    FreeSeats of(String event, String performance, SectionPlan plan) {
        return sections.computeIfAbsent(
                new Key(event, performance, plan.section().name()),
                key -> new FreeSeats(plan, seat -> seats.isFree(event, performance, seat)));
    }

    /** Seats came to be free, or not to be. */
    void set(String event, String performance, SeatMap map, List<String> ids, boolean free) {
        if (sections.isEmpty()) {
            return;
        }
        for (String id : ids) {
            SeatMap.Seat seat = map.find(id);
            if (seat != null) {
                FreeSeats known = sections.get(
                        new Key(event, performance, seat.plan().section().name()));
                if (known != null) {
                    known.set(seat.spot(), free);
                }
            }
        }
    }

    /** Seats may lie elsewhere now. */
    void forget(String event) {
        sections.keySet().removeIf(key -> key.event().equals(event));
    }
}
