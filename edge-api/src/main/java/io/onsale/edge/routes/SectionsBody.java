package io.onsale.edge.routes;

import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Problem;
import io.onsale.schemas.catalogue.BookingMode;
import io.onsale.schemas.catalogue.Row;
import io.onsale.schemas.catalogue.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The sections of an event as an organizer posts it, with everything that makes each seat have one name. */
final class SectionsBody {

    private static final int MAX_SECTIONS = 500;
    private static final int MAX_ROWS = 1_000;
    private static final int MAX_SEATS = 200_000;
    private static final int MAX_NAME = 64;
    private static final int MAX_ATTRIBUTES = 20;
    private static final int MAX_MARKED_SEATS = 5_000;
    private static final int MAX_SEAT = 2 * MAX_NAME;
    private static final long MAX_PRICE = 1_000_000_000_000L;

    private final Set<String> names = new HashSet<>();
    private final Set<String> rowsOfAll = new HashSet<>();
    private long seats;

    private SectionsBody() {}

    static List<Section> read(Fields body) {
        SectionsBody reader = new SectionsBody();
        List<Section> sections = new ArrayList<>();
        for (Fields section : body.objects("sections", 1, MAX_SECTIONS)) {
            sections.add(reader.section(section));
        }
        if (reader.seats > MAX_SEATS) {
            throw body.invalid("sections", "must not have more than " + MAX_SEATS + " seats together");
        }
        return sections;
    }

    private Section section(Fields body) {
        String name = body.text("name", 1, MAX_NAME);
        if (!names.add(name)) {
            throw body.invalid("name", "is another section's name already");
        }
        BookingMode mode = mode(body);
        List<Row> rows = new ArrayList<>();
        for (Fields row : body.objects("rows", 1, MAX_ROWS)) {
            rows.add(row(name, row));
        }
        return new Section(
                name,
                mode,
                body.text("grade", 1, MAX_NAME),
                body.number("price", 0, MAX_PRICE),
                rows,
                attributes(body, rows),
                0,
                List.of(),
                null);
    }

    private Row row(String section, Fields body) {
        Row row = new Row(body.text("name", 1, MAX_NAME), (int) body.number("seats", 1, MAX_SEATS));
        // Names may contain dashes, so rows of two sections could come to give their seats the same ids.
        if (!rowsOfAll.add(section + "-" + row.getName())) {
            throw body.invalid("name", "gives seats the ids of another row's");
        }
        seats += row.getSeats();
        return row;
    }

    private static BookingMode mode(Fields body) {
        String word = body.optionalText("mode", MAX_NAME).orElse("seat");
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "seat" -> BookingMode.SEAT;
            case "quantity", "slot" ->
                throw Problem.of(422, "not_supported_yet", "Sections sell numbered seats only for now.")
                        .with("field", "mode")
                        .toException();
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
