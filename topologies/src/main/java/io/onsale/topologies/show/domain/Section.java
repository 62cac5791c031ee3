package io.onsale.topologies.show.domain;

import java.util.List;
import java.util.Map;

/**
 * A part of the venue sold in one way at one price.
 *
 * @param price in the currency's minor unit
 * @param seatAttributes attribute to the seats, as row-number, that have it
 */
public record Section(
        String name,
        BookingMode mode,
        String grade,
        long price,
        List<Row> rows,
        Map<String, List<String>> seatAttributes) {

    public Section {
        rows = List.copyOf(rows);
        seatAttributes = Map.copyOf(seatAttributes);
    }
}
