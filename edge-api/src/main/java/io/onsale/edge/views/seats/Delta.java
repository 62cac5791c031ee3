package io.onsale.edge.views.seats;

/** Seats that one event gave one status. */
final class Delta {
    private final long version;
    private final SeatStatus status;
    private final int[] seats;

    Delta(long version, SeatStatus status, int[] seats) {
        this.version = version;
        this.status = status;
        this.seats = seats;
    }

    long version() {
        return version;
    }

    SeatStatus status() {
        return status;
    }

    /** Indexes in the hall; not to be changed. */
    int[] seats() {
        return seats;
    }
}
