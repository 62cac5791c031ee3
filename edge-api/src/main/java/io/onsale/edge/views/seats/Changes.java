package io.onsale.edge.views.seats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/** Seats that changed between two versions, each with the status it came to have. */
public final class Changes {
    private final Set<Integer> seen = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();

    Changes() {}

    /** Takes in a delta that is older than all before: a seat that is already here has changed again since. */
    void addOlder(Delta delta, int first, int seats) {
        for (int seat : delta.seats()) {
            if (seat >= first && seat < first + seats && seen.add(seat)) {
                changes.add(new Change(seat, delta.status()));
            }
        }
    }

    /** Whether no seat changed. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** How many seats changed. */
    public int size() {
        return changes.size();
    }

    /** Hands over each seat with its status. */
    public void forEach(ObjIntConsumer<SeatStatus> action) {
        changes.reversed().forEach(change -> action.accept(change.status(), change.seat()));
    }

    private record Change(int seat, SeatStatus status) {}
}
