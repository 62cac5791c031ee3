package io.onsale.edge.views.queue;

import io.onsale.schemas.admission.AdmissionEnd;
import java.util.Locale;

/** How far a place has come, and how it ended. */
public enum Stage {
    WAITING(0),
    ADMITTED(1),
    ARRIVED(2),
    /** Given up in line. */
    LEFT(3),
    /** Given up after being let in. */
    GONE(4),
    EXPIRED(5),
    NO_SHOW(6),
    FINISHED(7);

    private static final Stage[] BY_CODE = values();

    private final int code;

    Stage(int code) {
        this.code = code;
    }

    static Stage of(int code) {
        return BY_CODE[code];
    }

    static Stage of(AdmissionEnd end) {
        return switch (end) {
            case LEFT -> GONE;
            case EXPIRED -> EXPIRED;
            case NO_SHOW -> NO_SHOW;
            case FINISHED -> FINISHED;
        };
    }

    int code() {
        return code;
    }

    /** Whether the place is let in and may shop. */
    public boolean shops() {
        return this == ADMITTED || this == ARRIVED;
    }

    /** Whether the place is no more. */
    public boolean ended() {
        return code > ARRIVED.code;
    }

    /** How it is called towards clients: of those that were given up it does not matter when. */
    public String word() {
        return this == GONE ? LEFT.word() : name().toLowerCase(Locale.ROOT);
    }
}
