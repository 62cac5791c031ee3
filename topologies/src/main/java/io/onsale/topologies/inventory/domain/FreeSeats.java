package io.onsale.topologies.inventory.domain;

import java.util.BitSet;
import java.util.function.Predicate;

/** The seats of a section that are free in one performance. Derived from the rows that say which are not. */
final class FreeSeats {

    private final BitSet[] rows;
    private int left;

    FreeSeats(SectionPlan plan, Predicate<String> isFree) {
        rows = new BitSet[plan.rows()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new BitSet(plan.seats(row));
            for (int seat = 0; seat < plan.seats(row); seat++) {
                if (isFree.test(plan.id(new SectionPlan.Spot(row, seat)))) {
                    rows[row].set(seat);
                    left++;
                }
            }
        }
    }

    /** How many there are. */
    int left() {
        return left;
    }

    boolean isFree(SectionPlan.Spot spot) {
        return rows[spot.row()].get(spot.seat());
    }

    /** The free seats of a row; not to be changed. */
    BitSet row(int row) {
        return rows[row];
    }

    void set(SectionPlan.Spot spot, boolean free) {
        if (rows[spot.row()].get(spot.seat()) != free) {
            rows[spot.row()].set(spot.seat(), free);
            left += free ? 1 : -1;
        }
    }
}
