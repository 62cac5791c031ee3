package io.onsale.edge.views.seats;

import java.util.stream.IntStream;

/** How many seats of a performance, and places without a number, have which status, by section, as of a version. */
public final class Occupancy {
    private final long version;
    private final int[][] counts;

    Occupancy(long version, int[][] counts) {
        this.version = version;
        this.counts = counts;
    }

    public long version() {
        return version;
    }

    /** How many of a section have a status. */
    public int of(Area area, SeatStatus status) {
        return counts[area.index()][status.code()];
    }

    /** How many there are in a section, whatever their status. */
    public int of(Area area) {
        return IntStream.of(counts[area.index()]).sum();
    }

    /** How many have a status. */
    public int of(SeatStatus status) {
        int sum = 0;
        for (int[] area : counts) {
            sum += area[status.code()];
        }
        return sum;
    }
}
