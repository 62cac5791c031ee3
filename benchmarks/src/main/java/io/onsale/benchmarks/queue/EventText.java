package io.onsale.benchmarks.queue;

import java.util.function.Consumer;

/** Cuts a stream of text into server-sent events, wherever the network cut it, and whatever stands around them. */
final class EventText {

    private static final String END = "\n\n";

    private final StringBuilder text = new StringBuilder();

    /** Takes the next piece, and tells of each event that is whole with it. */
    void take(CharSequence piece, Consumer<String> events) {
        text.append(piece);
        for (int end = text.indexOf(END); end >= 0; end = text.indexOf(END)) {
            events.accept(text.substring(0, end));
            text.delete(0, end + END.length());
        }
    }

    /** The number after {@code id:}; less than 0 where an event has none. */
    static long id(String event) {
        int at = event.indexOf("id:");
        if (at < 0) {
            return -1;
        }
        int digit = at + "id:".length();
        while (digit < event.length() && event.charAt(digit) == ' ') {
            digit++;
        }
        long id = 0;
        for (; digit < event.length() && Character.isDigit(event.charAt(digit)); digit++) {
            id = id * 10 + Character.digit(event.charAt(digit), 10);
        }
        return id;
    }
}
