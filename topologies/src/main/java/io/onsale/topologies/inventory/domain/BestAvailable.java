package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.SectionPlan.Spot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the free seats of a section.
 *
 * <p>Side by side in one row; not leaving a single free seat beside them where that can be avoided; then nearest the focus, by rows and then by seats; of
 * equals the one further to the front, then the one with the lower number.
 */
final class BestAvailable {

    /** So many seats side by side. */
    private record Block(int row, int first, int seats, boolean orphan, int rowDistance, int distance) {

        boolean isBetterThan(@Nullable Block other) {
            if (other == null) {
                return true;
            }
            if (orphan != other.orphan) {
                return other.orphan;
            }
            if (rowDistance != other.rowDistance) {
                return rowDistance < other.rowDistance;
            }
            if (distance != other.distance) {
                return distance < other.distance;
            }
            return row != other.row ? row < other.row : first < other.first;
        }
    }

    private final BitSet[] rows;
    private final Focus focus;

    private BestAvailable(BitSet[] rows, Focus focus) {
        this.rows = rows;
        this.focus = focus;
    }

    /** Among the seats that have all of these attributes and, unless it is asked for them, are not kept for wheelchairs. */
    static BestAvailable among(FreeSeats free, SectionPlan plan, List<String> attributes, Focus focus) {
        BitSet[] rows = new BitSet[plan.rows()];
        boolean plain = attributes.isEmpty() && !plan.has(SectionPlan.WHEELCHAIR) && !plan.has(SectionPlan.COMPANION);
        for (int row = 0; row < rows.length; row++) {
            rows[row] = plain ? free.row(row) : eligible(free.row(row), plan, attributes, row);
        }
        return new BestAvailable(rows, focus);
    }

    /** Among the companion seats of which the wheelchair seat is not to be had: for anybody, but only where nothing else is left. */
    static BestAvailable loose(FreeSeats free, SectionPlan plan, List<String> attributes, Focus focus) {
        BitSet[] rows = new BitSet[plan.rows()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = plan.loose(free, row);
            for (String attribute : attributes) {
                rows[row].and(plan.marked(attribute, row));
            }
        }
        return new BestAvailable(rows, focus);
    }

    private static BitSet eligible(BitSet free, SectionPlan plan, List<String> attributes, int row) {
        BitSet eligible = (BitSet) free.clone();
        attributes.forEach(attribute -> eligible.and(plan.marked(attribute, row)));
        if (!attributes.contains(SectionPlan.WHEELCHAIR)) {
            eligible.andNot(plan.marked(SectionPlan.WHEELCHAIR, row));
            eligible.andNot(plan.marked(SectionPlan.COMPANION, row));
        }
        return eligible;
    }

    /** So many in one row, or none. */
    List<Spot> together(int seats) {
        Block block = block(seats);
        return block == null ? List.of() : spots(block);
    }

    /** So many in as few parts as it takes, or none. */
    List<Spot> apart(int seats) {
        List<Spot> chosen = new ArrayList<>();
        BestAvailable rest = new BestAvailable(copy(), focus);
        while (chosen.size() < seats) {
            Block part = rest.block(Math.min(seats - chosen.size(), rest.longestRun()));
            if (part == null) {
                return List.of();
            }
            rest.rows[part.row].clear(part.first, part.first + part.seats);
            chosen.addAll(spots(part));
        }
        return chosen;
    }

    /** As without the others, and with them where there is no other way. */
    List<Spot> together(int seats, BestAvailable last) {
        List<Spot> chosen = together(seats);
        return chosen.isEmpty() ? and(last).together(seats) : chosen;
    }

    /** As without the others, and no more of those than it takes. */
    List<Spot> apart(int seats, BestAvailable last) {
        List<Spot> chosen = apart(seats);
        if (!chosen.isEmpty()) {
            return chosen;
        }
        List<Spot> all = nearest();
        List<Spot> rest = last.apart(seats - all.size());
        all.addAll(rest);
        return rest.isEmpty() ? List.of() : all;
    }

    private BestAvailable and(BestAvailable others) {
        BitSet[] both = copy();
        for (int row = 0; row < both.length; row++) {
            both[row].or(others.rows[row]);
        }
        return new BestAvailable(both, focus);
    }

    /** All there are, nearest first. */
    List<Spot> nearest() {
        List<Spot> all = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            int of = row;
            rows[row].stream().forEach(seat -> all.add(new Spot(of, seat)));
        }
        all.sort((one, other) -> {
            int byRow = Integer.compare(focus.rowDistance(one.row()), focus.rowDistance(other.row()));
            int bySeat = Integer.compare(focus.distance(one.seat(), 1), focus.distance(other.seat(), 1));
            return byRow != 0 ? byRow : bySeat;
        });
        return all;
    }

    private @Nullable Block block(int seats) {
        Block best = null;
        for (int away = 0; away < rows.length && seats > 0; away++) {
            if (best != null && !best.orphan) {
                return best; // rows further away are no better
            }
            best = better(best, focus.row() - away, seats);
            if (away > 0) {
                best = better(best, focus.row() + away, seats);
            }
        }
        return best;
    }

    private @Nullable Block better(@Nullable Block best, int row, int seats) {
        Block found = row < 0 || row >= rows.length ? null : blockOf(row, seats);
        return found != null && found.isBetterThan(best) ? found : best;
    }

    private @Nullable Block blockOf(int row, int seats) {
        BitSet free = rows[row];
        Block best = null;
        for (int from = free.nextSetBit(0); from >= 0; ) {
            int until = free.nextClearBit(from);
            if (until - from >= seats) {
                Block found = within(row, from, until, seats);
                best = found.isBetterThan(best) ? found : best;
            }
            from = free.nextSetBit(until);
        }
        return best;
    }

    /** The best place for a block in a run of free seats: from the nearest outwards the first that leaves no single seat. */
    private Block within(int row, int from, int until, int seats) {
        int last = until - seats;
        int ideal = focus.twice() - seats + 1;
        int nearest = Math.clamp(Math.floorDiv(ideal, 2), from, last);
        // Where the ideal lies between two places, the one after it is as near as the one before.
        int side = Math.floorMod(ideal, 2) == 0 ? -1 : 1;
        for (int step = 0; step <= last - from; step++) {
            for (int first : new int[] {nearest + side * step, nearest - side * step}) {
                if (first >= from && first <= last && first - from != 1 && last - first != 1) {
                    return block(row, first, seats, false);
                }
            }
        }
        return block(row, nearest, seats, true);
    }

    private Block block(int row, int first, int seats, boolean orphan) {
        return new Block(row, first, seats, orphan, focus.rowDistance(row), focus.distance(first, seats));
    }

    private int longestRun() {
        int longest = 0;
        for (BitSet free : rows) {
            for (int from = free.nextSetBit(0); from >= 0; ) {
                int until = free.nextClearBit(from);
                longest = Math.max(longest, until - from);
                from = free.nextSetBit(until);
            }
        }
        return longest;
    }

    private BitSet[] copy() {
        BitSet[] copy = new BitSet[rows.length];
        for (int row = 0; row < rows.length; row++) {
            copy[row] = (BitSet) rows[row].clone();
        }
        return copy;
    }

    private static List<Spot> spots(Block block) {
        return IntStream.range(block.first, block.first + block.seats)
                .mapToObj(seat -> new Spot(block.row, seat))
                .toList();
    }
}
