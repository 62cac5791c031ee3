package io.onsale.edge.views.queue;

import java.util.Locale;

/** What a waiting room is about. */
public enum RoomPhase {
    SCHEDULED,
    PRE_QUEUE,
    /** The roster is final, and its order not drawn yet. */
    FROZEN,
    LINE,
    CLOSED;

    /** As clients read it, to whom a roster that waits for a beacon is still one that waits. */
    public String word() {
        return this == FROZEN ? PRE_QUEUE.word() : name().toLowerCase(Locale.ROOT);
    }
}
