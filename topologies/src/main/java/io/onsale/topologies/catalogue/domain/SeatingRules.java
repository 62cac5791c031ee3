package io.onsale.topologies.catalogue.domain;

import io.onsale.schemas.bounds.EventBounds;
import io.onsale.topologies.show.domain.BookingMode;
import io.onsale.topologies.show.domain.FocalPoint;
import io.onsale.topologies.show.domain.Row;
import io.onsale.topologies.show.domain.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an event's sections must be like, so that every seat id means one seat. */
final class SeatingRules {

    void check(List<Section> sections, Problems problems) {
        problems.check(
                !sections.isEmpty() && sections.size() <= EventBounds.MOST_SECTIONS,
                "sections",
                "must be 1 to " + EventBounds.MOST_SECTIONS);
        Set<String> names = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        long seats = 0;
        long rows = 0;
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            String field = "sections[" + i + "].";
            problems.check(names.add(section.name()), field + "name", "must be its own");
            checkSection(section, field, problems);
            checkRows(section, field, prefixes, problems);
            checkAttributes(section, field, problems);
            AreaRules.check(section, field, problems);
            seats += section.places();
            rows += section.rows().size();
        }
        problems.check(
                rows <= EventBounds.MOST_ROWS,
                "sections",
                "must have at most " + EventBounds.MOST_ROWS + " rows together");
        problems.check(
                seats <= EventBounds.MOST_PLACES,
                "sections",
                "must have at most " + EventBounds.MOST_PLACES + " places together");
    }

    private static void checkSection(Section section, String field, Problems problems) {
        problems.checkName(section.name(), field + "name");
        problems.checkName(section.grade(), field + "grade");
        problems.checkWithin(section.price(), 0, EventBounds.HIGHEST_PRICE, field + "price");
        boolean seats = section.mode() == BookingMode.SEAT;
        problems.check(
                seats != section.rows().isEmpty(),
                field + "rows",
                seats ? "must be at least one" : "must be none: its places have no number");
    }

    private static void checkRows(Section section, String field, Set<String> prefixes, Problems problems) {
        List<Row> rows = section.rows();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String rowField = field + "rows[" + i + "].";
            problems.checkName(row.name(), rowField + "name");
            problems.checkWithin(row.seats(), 1, EventBounds.MOST_PLACES, rowField + "seats");
            // A seat id is section-row-number and names may hold dashes: section A-1 row 2 would be section A row 1-2.
            problems.check(
                    prefixes.add(section.name() + "-" + row.name()),
                    rowField + "name",
                    "must give seat ids that no other row has");
        }
    }

    private static void checkAttributes(Section section, String field, Problems problems) {
        FocalPoint point = section.focalPoint();
        if (section.seatAttributes().isEmpty() && point == null) {
            return;
        }
        SeatNames seats = new SeatNames(section);
        problems.check(
                point == null || seats.exist(point.row() + "-" + point.number()),
                field + "focal_point",
                "must be a seat of the section");
        section.seatAttributes().forEach((attribute, having) -> {
            problems.checkName(attribute, field + "seat_attributes");
            boolean allExist = having.stream().allMatch(seats::exist);
            problems.check(allExist, field + "seat_attributes", "must name seats of the section, as row-number");
        });
    }
}
