package io.onsale.edge.views.queue;

import java.util.Locale;

/** What a waiting room is about. */
public enum RoomPhase {
    SCHEDULED,
    PRE_QUEUE,
    /** The roster is final, and its order not drawn yet. */
    DRAW_PENDING,
    LINE,
    CLOSED;

    /** As clients read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
