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
        String number = name.substring(dash + 1);
        return seats != null && number.matches("[1-9][0-9]{0,5}") && Integer.parseInt(number) <= seats;
    }
}
