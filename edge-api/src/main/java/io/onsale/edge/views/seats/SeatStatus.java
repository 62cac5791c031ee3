package io.onsale.edge.views.seats;

import java.util.List;
import java.util.Locale;

/** What may be done with a seat. */
public enum SeatStatus {
    AVAILABLE(0, 'a'),
    HELD(1, 'h'),
    SOLD(2, 's'),
    WITHHELD(3, 'w'),
    BLOCKED(4, 'b');

    private static final List<SeatStatus> ALL = List.of(values());

    private final byte code;
    private final char letter;
    private final String word;

    SeatStatus(int code, char letter) {
        this.code = (byte) code;
        this.letter = letter;
        this.word = name().toLowerCase(Locale.ROOT);
    }

    /** The word that stands for it on the wire. */
    public String word() {
        return word;
    }

    /** The letter that stands for it in compact maps. */
    public char letter() {
        return letter;
    }

    static SeatStatus of(byte code) {
        return ALL.get(code);
    }

    byte code() {
        return code;
    }
}
