package io.onsale.topologies.show.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of the venue sold in one way at one price.
 *
 * @param price in the currency's minor unit
 * @param rows of a section sold by seat
 * @param seatAttributes attribute to the seats, as row-number, that have it
 * @param capacity of a section sold by quantity
 * @param slots of a section sold by time of entry
 * @param focalPoint null: the middle of the first row
 */
public record Section(
        String name,
        BookingMode mode,
        String grade,
        long price,
        List<Row> rows,
        Map<String, List<String>> seatAttributes,
        int capacity,
        List<Slot> slots,
        @Nullable FocalPoint focalPoint) {

    public Section {
        rows = List.copyOf(rows);
        seatAttributes = Map.copyOf(seatAttributes);
        slots = List.copyOf(slots);
    }

    /** How many places it has in a performance, numbered or not. */
    public long places() {
        return (long) capacity
                + rows.stream().mapToLong(Row::seats).sum()
                + slots.stream().mapToLong(Slot::capacity).sum();
    }

    /** A section of numbered seats. */
    public static Section ofSeats(
            String name, String grade, long price, List<Row> rows, Map<String, List<String>> seatAttributes) {
        return new Section(name, BookingMode.SEAT, grade, price, rows, seatAttributes, 0, List.of(), null);
    }
}
