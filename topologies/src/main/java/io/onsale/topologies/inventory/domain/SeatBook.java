package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which hold a seat belongs to; a free seat is in no row. */
final class SeatBook {

    private final Table<String> holdsBySeat;

    SeatBook(Table<String> holdsBySeat) {
        this.holdsBySeat = holdsBySeat;
    }

    boolean isFree(String event, String performance, String seat) {
        return holdsBySeat.get(key(event, performance, seat)) == null;
    }

    /** The holds that seats belong to in any of these performances. */
    Set<String> owners(String event, List<String> performances, List<String> seats) {
        Set<String> holds = new HashSet<>();
        for (String performance : performances) {
            for (String seat : seats) {
                String hold = holdsBySeat.get(key(event, performance, seat));
                if (hold != null) {
                    holds.add(hold);
                }
            }
        }
        return holds;
    }

    void take(String event, String performance, List<String> seats, String hold) {
        seats.forEach(seat -> holdsBySeat.put(key(event, performance, seat), hold));
    }

    void free(String event, String performance, List<String> seats) {
        seats.forEach(seat -> holdsBySeat.remove(key(event, performance, seat)));
    }

    private static String key(String event, String performance, String seat) {
        return event + '|' + performance + '|' + seat;
    }
}
