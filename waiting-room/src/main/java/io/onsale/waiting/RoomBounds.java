package io.onsale.waiting;

import java.time.Duration;

/** What an organizer may ask of a waiting room, apart from its pace: for whoever reads that and whoever decides it. */
public final class RoomBounds {

    /** In seconds. */
    public static final int SHORTEST_ARRIVAL = 5;

    /** In seconds; an admission ends after a quarter of an hour anyway. */
    public static final int LONGEST_ARRIVAL = 900;

    /** From one network address, or from one device. */
    public static final int MOST_PLACES = 1_000_000;

    /** Of a beacon: what JSON keeps exactly. */
    public static final long LAST_ROUND = (1L << 53) - 1;

    /**
     * So long after its event's sale has ended a room closes by itself, for good. Whoever ended the sale by mistake, or made it too short, notices meanwhile.
     */
    public static final Duration STAYS_AFTER_SALE = Duration.ofDays(1);

    private RoomBounds() {}
}
