package io.onsale.edge.views.seats;

import java.util.List;

/**
 * What changed, and the version it leads to.
 *
 * @param rooms those of which more or less is left
 */
public record ChangesTo(long version, Changes changes, List<RoomLeft> rooms) {
    public ChangesTo {
        rooms = List.copyOf(rooms);
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return changes.isEmpty() && rooms.isEmpty();
    }
}
