package io.onsale.edge.views.seats;

/** How many seats of a performance have which status, by section, as of a version. */
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

    /** How many seats of a section have a status. */
    public int of(Area area, SeatStatus status) {
        return counts[area.index()][status.code()];
    }

    /** How many seats have a status. */
    public int of(SeatStatus status) {
        int sum = 0;
        for (int[] area : counts) {
            sum += area[status.code()];
        }
        return sum;
    }
}
