package io.onsale.edge.views.seats;

/** The status of each seat of a hall, or of one of its sections, as of a version. */
public final class Snapshot {
    private final long version;
    private final Hall hall;
    private final Span span;
    private final byte[] statuses;

    Snapshot(long version, Hall hall, Span span, byte[] statuses) {
        this.version = version;
        this.hall = hall;
        this.span = span;
        this.statuses = statuses;
    }

    public long version() {
        return version;
    }

    public Hall hall() {
        return hall;
    }

    /** Which seats it has. */
    public Span span() {
        return span;
    }

    /** A seat's status. */
    public SeatStatus status(int seat) {
        return SeatStatus.of(statuses[seat - span.first()]);
    }
}
