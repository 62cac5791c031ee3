package io.onsale.edge.streams;

import java.util.Locale;

/** A stream ends before its listener ends it. */
final class ListenerGoneException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    enum Reason {
        SLOW,
        CLOSED,
        REFUSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ListenerGoneException(Reason reason) {
        super("the stream ends: " + reason.word(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
