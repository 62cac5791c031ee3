package io.onsale.edge.views.seats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The seats of one performance: a byte for each, counts by section, and what changed lately. A section costs nothing until its first seat changes.
 *
 * <p>Not safe for several threads: the show's lock guards it.
 */
final class SeatMap {
    private static final int DELTAS_KEPT = 8_192;
    private static final int STATUSES = SeatStatus.values().length;

    private final Hall hall;
    private final @Nullable Block[] touched;
    private final DeltaRing ring;
    private boolean blocked;

    SeatMap(Hall hall, long version) {
        this.hall = hall;
        this.touched = new Block[hall.areas().size()];
        this.ring = new DeltaRing(DELTAS_KEPT, version);
    }

    /** Gives seats a status; ids that are no seats are left out. */
    int[] set(List<String> seatIds, SeatStatus status, long version) {
        if (blocked) {
            return new int[0];
        }
        int[] seats = new int[seatIds.size()];
        int known = 0;
        for (String seatId : seatIds) {
            int seat = hall.find(seatId);
            if (seat != Hall.NOWHERE) {
                seats[known++] = seat;
            }
        }
        int[] changed = known == seats.length ? seats : Arrays.copyOf(seats, known);
        for (int seat : changed) {
            block(hall.areaOf(seat)).set(seat, status);
        }
        ring.add(new Delta(version, status, changed));
        return changed;
    }

    /** Blocks every seat, whatever it was, for good. */
    void block(long version) {
        if (!blocked) {
            blocked = true;
            int[] all = IntStream.range(0, hall.seats()).toArray();
            hall.areas().forEach(area -> block(area).fill(SeatStatus.BLOCKED));
            ring.add(new Delta(version, SeatStatus.BLOCKED, all));
        }
    }

    boolean blocked() {
        return blocked;
    }

    private Block block(Area area) {
        Block known = touched[area.index()];
        if (known != null) {
            return known;
        }
        Block fresh = new Block(area);
        touched[area.index()] = fresh;
        return fresh;
    }

    private static int[] untouched(Area area) {
        int[] count = new int[STATUSES];
        count[SeatStatus.AVAILABLE.code()] = area.seats();
        return count;
    }

    void forgetChanges(long version) {
        ring.clear(version);
    }

    byte[] copy(Span span) {
        byte[] copy = new byte[span.seats()];
        for (Area area : span.areas()) {
            Block block = touched[area.index()];
            if (block != null) {
                System.arraycopy(block.statuses, 0, copy, area.first() - span.first(), area.seats());
            }
        }
        return copy;
    }

    int[][] copyCounts() {
        int[][] copy = new int[touched.length][];
        for (Area area : hall.areas()) {
            Block block = touched[area.index()];
            copy[area.index()] = block == null ? untouched(area) : block.counts.clone();
        }
        return copy;
    }

    Optional<Changes> since(long version, int first, int seats) {
        return ring.since(version, first, seats);
    }

    /** The seats of a section in which something changed. */
    private static final class Block {
        private final int first;
        private final byte[] statuses;
        private final int[] counts;

        Block(Area area) {
            this.first = area.first();
            this.statuses = new byte[area.seats()];
            this.counts = untouched(area);
        }

        void fill(SeatStatus status) {
            Arrays.fill(statuses, status.code());
            Arrays.fill(counts, 0);
            counts[status.code()] = statuses.length;
        }

        void set(int seat, SeatStatus status) {
            counts[statuses[seat - first]]--;
            counts[status.code()]++;
            statuses[seat - first] = status.code();
        }
    }
}
