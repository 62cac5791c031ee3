package io.onsale.edge.views.seats;

import java.util.List;

/** The status of each seat of a hall, or of one of its sections, as of a version. */
public final class Snapshot {
    private final long version;
    private final Hall hall;
    private final Span span;
    private final byte[] statuses;
    private final List<RoomLeft> rooms;

    Snapshot(long version, Hall hall, Span span, byte[] statuses, List<RoomLeft> rooms) {
        this.version = version;
        this.hall = hall;
        this.span = span;
        this.statuses = statuses;
        this.rooms = List.copyOf(rooms);
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

    /** What is left of its sections without numbered seats. */
    public List<RoomLeft> rooms() {
        return rooms;
    }
}
