package io.onsale.waiting;

import java.util.Arrays;
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

    /** The one that clients read as a word. */
    public static RoomPhase of(String word) {
        return Arrays.stream(values())
                .filter(phase -> phase.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No phase is called " + word));
    }
}
