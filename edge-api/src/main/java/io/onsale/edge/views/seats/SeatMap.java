package io.onsale.edge.views.seats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The seats of one performance: a byte for each, counts by section, and what changed lately.
 *
 * <p>Not safe for several threads: the show's lock guards it.
 */
final class SeatMap {
    private static final int DELTAS_KEPT = 8_192;
    private static final int STATUSES = SeatStatus.values().length;

    private final Hall hall;
    private final byte[] statuses;
    private final int[][] counts;
    private final DeltaRing ring;

    SeatMap(Hall hall, long version) {
        this.hall = hall;
        this.statuses = new byte[hall.seats()];
        this.counts = new int[hall.areas().size()][STATUSES];
        this.ring = new DeltaRing(DELTAS_KEPT, version);
        for (Area area : hall.areas()) {
            counts[area.index()][SeatStatus.AVAILABLE.code()] = area.seats();
        }
    }

    /** Gives seats a status; ids that are no seats are left out. */
    int[] set(List<String> seatIds, SeatStatus status, long version) {
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
            int[] area = counts[hall.areaOf(seat).index()];
            area[statuses[seat]]--;
            area[status.code()]++;
            statuses[seat] = status.code();
        }
        ring.add(new Delta(version, status, changed));
        return changed;
    }

    void forgetChanges(long version) {
        ring.clear(version);
    }

    byte[] copy(int first, int seats) {
        return Arrays.copyOfRange(statuses, first, first + seats);
    }

    int[][] copyCounts() {
        int[][] copy = new int[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            copy[i] = counts[i].clone();
        }
        return copy;
    }

    Optional<Changes> since(long version, int first, int seats) {
        return ring.since(version, first, seats);
    }
}
