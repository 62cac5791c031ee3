package io.onsale.topologies.catalogue.domain;

import io.onsale.topologies.show.domain.Row;
import io.onsale.topologies.show.domain.Section;
import java.util.HashMap;
import java.util.Map;

/** The seats of a section by row-number. */
final class SeatNames {

    private final Map<String, Integer> seatsByRow = new HashMap<>();

    SeatNames(Section section) {
        for (Row row : section.rows()) {
            seatsByRow.put(row.name(), row.seats());
        }
    }

    boolean exist(String name) {
        int dash = name.lastIndexOf('-');
        if (dash < 0) {
            return false;
        }
        Integer seats = seatsByRow.get(name.substring(0, dash));
        int number = number(name.substring(dash + 1));
        return seats != null && number >= 1 && number <= seats;
    }

    /** Whether two seats of a section are side by side: in one row, with no number between. */
    static boolean areBeside(String one, String other) {
        int dash = one.lastIndexOf('-') + 1;
        return dash > 0
                && dash == other.lastIndexOf('-') + 1
                && one.regionMatches(0, other, 0, dash)
                && Math.abs(number(one.substring(dash)) - number(other.substring(dash))) == 1;
    }

    /** A seat's number as it is written, without sign or leading zero; 0 where it is none. */
    private static int number(String text) {
        return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 0;
    }
}
