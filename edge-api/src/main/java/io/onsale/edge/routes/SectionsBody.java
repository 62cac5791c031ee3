package io.onsale.edge.routes;

import io.onsale.edge.http.Fields;
import io.onsale.schemas.bounds.EventBounds;
import io.onsale.schemas.catalogue.BookingMode;
import io.onsale.schemas.catalogue.FocalPoint;
import io.onsale.schemas.catalogue.Row;
import io.onsale.schemas.catalogue.Section;
import io.onsale.schemas.catalogue.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sections of an event as an organizer posts it, with everything that makes each seat have one name. */
final class SectionsBody {

    private static final int MAX_ROWS = 1_000;
    private static final int MAX_ATTRIBUTES = 20;
    private static final int MAX_MARKED_SEATS = 5_000;
    private static final int MAX_SEAT = 2 * EventBounds.NAME_LENGTH;

    private final Set<String> names = new HashSet<>();
    private final Set<String> rowsOfAll = new HashSet<>();
    private long places;

    private SectionsBody() {}

    static List<Section> read(Fields body) {
        SectionsBody reader = new SectionsBody();
        List<Section> sections = new ArrayList<>();
        for (Fields section : body.objects("sections", 1, EventBounds.MOST_SECTIONS)) {
            sections.add(reader.section(section));
        }
        if (reader.places > EventBounds.MOST_PLACES) {
            throw body.invalid("sections", "must not have more than " + EventBounds.MOST_PLACES + " places together");
        }
        return sections;
    }

    private Section section(Fields body) {
        String name = body.text("name", 1, EventBounds.NAME_LENGTH);
        if (!names.add(name)) {
            throw body.invalid("name", "is another section's name already");
        }
        BookingMode mode = mode(body);
        List<Row> rows = mode == BookingMode.SEAT ? rows(name, body) : List.of();
        Section section = Section.newBuilder()
                .setName(name)
                .setMode(mode)
                .setGrade(body.text("grade", 1, EventBounds.NAME_LENGTH))
                .setPrice(body.number("price", 0, EventBounds.HIGHEST_PRICE))
                .setRows(rows)
                .setSeatAttributes(mode == BookingMode.SEAT ? attributes(body, rows) : Map.of())
                .setCapacity(
                        mode == BookingMode.QUANTITY ? (int) body.number("capacity", 1, EventBounds.MOST_PLACES) : 0)
                .setSlots(mode == BookingMode.SLOT ? slots(body) : List.of())
                .setFocalPoint(mode == BookingMode.SEAT ? focalPoint(body, rows) : null)
                .build();
        places += seats(section);
        return section;
    }

    /** How many tickets of a performance it has. */
    static long seats(Section section) {
        return section.getCapacity()
                + section.getRows().stream().mapToLong(Row::getSeats).sum()
                + section.getSlots().stream().mapToLong(Slot::getCapacity).sum();
    }

    /** One by one, or so many alike, which are named by their numbers. */
    private List<Row> rows(String section, Fields body) {
        List<Row> rows = new ArrayList<>();
        if (body.isObject("rows")) {
            Fields alike = body.optionalObject("rows").orElseThrow();
            int count = (int) alike.number("count", 1, MAX_ROWS);
            int seats = (int) alike.number("seats", 1, EventBounds.MOST_PLACES);
            for (int row = 1; row <= count; row++) {
                rows.add(row(section, alike, "count", new Row(String.valueOf(row), seats)));
            }
            return rows;
        }
        for (Fields row : body.objects("rows", 1, MAX_ROWS)) {
            Row read = new Row(row.text("name", 1, EventBounds.NAME_LENGTH), (int)
                    row.number("seats", 1, EventBounds.MOST_PLACES));
            rows.add(row(section, row, "name", read));
        }
        return rows;
    }

    private static List<Slot> slots(Fields body) {
        Set<String> slotNames = new HashSet<>();
        return body.objects("slots", 1, EventBounds.MOST_SLOTS).stream()
                .map(slot -> {
                    String name = slot.text("name", 1, EventBounds.NAME_LENGTH);
                    if (!slotNames.add(name)) {
                        throw slot.invalid("name", "is another slot's name already");
                    }
                    return new Slot(
                            name, slot.instant("starts_at"), (int) slot.number("capacity", 1, EventBounds.MOST_PLACES));
                })
                .toList();
    }

    private static @Nullable FocalPoint focalPoint(Fields body, List<Row> rows) {
        return body.optionalObject("focal_point")
                .map(point -> {
                    FocalPoint read = new FocalPoint(point.text("row", 1, EventBounds.NAME_LENGTH), (int)
                            point.number("number", 1, EventBounds.MOST_PLACES));
                    if (rows.stream().noneMatch(row -> has(row, read.getRow() + "-" + read.getNumber()))) {
                        throw body.invalid("focal_point", "names a seat that isn't there");
                    }
                    return read;
                })
                .orElse(null);
    }

    private Row row(String section, Fields body, String field, Row row) {
        // At once and not at the end: a short body can ask for half a million.
        if (rowsOfAll.size() == EventBounds.MOST_ROWS) {
            throw body.invalid(field, "makes more than " + EventBounds.MOST_ROWS + " rows in all sections together");
        }
        // Names may contain dashes, so rows of two sections could come to give their seats the same ids.
        if (!rowsOfAll.add(section + "-" + row.getName())) {
            throw body.invalid(field, "gives seats the ids of another row's");
        }
        return row;
    }

    private static BookingMode mode(Fields body) {
        String word = body.optionalText("mode", EventBounds.NAME_LENGTH).orElse("seat");
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "seat" -> BookingMode.SEAT;
            case "quantity" -> BookingMode.QUANTITY;
            case "slot" -> BookingMode.SLOT;
            default -> throw body.invalid("mode", "has to be seat, quantity or slot");
        };
    }

    private static Map<String, List<String>> attributes(Fields body, List<Row> rows) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        body.optionalObject("seat_attributes").ifPresent(marked -> {
            if (marked.names().size() > MAX_ATTRIBUTES) {
                throw body.invalid("seat_attributes", "must not have more than " + MAX_ATTRIBUTES + " attributes");
            }
            marked.names().forEach(attribute -> attributes.put(attribute, seats(marked, attribute, rows)));
        });
        return attributes;
    }

    private static List<String> seats(Fields marked, String attribute, List<Row> rows) {
        List<String> seats = marked.texts(attribute, 0, MAX_MARKED_SEATS, MAX_SEAT);
        for (String seat : seats) {
            if (rows.stream().noneMatch(row -> has(row, seat))) {
                throw marked.invalid(attribute, "names a seat that isn't there: " + seat);
            }
        }
        return seats;
    }

    private static boolean has(Row row, String seat) {
        String number = seat.startsWith(row.getName() + "-")
                ? seat.substring(row.getName().length() + 1)
                : "";
        return number.matches("[1-9][0-9]{0,5}") && Integer.parseInt(number) <= row.getSeats();
    }
}
