package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.Row;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The seats of a show, found by id.
 *
 * <p>An id is section-row-number. Names may contain dashes, so only the number is split off; section and row are looked up together.
 */
final class SeatMap {

    private record Place(Section section, Row row) {}

    private final ShowDefinition definition;
    private final Map<String, Place> places = new HashMap<>();

    SeatMap(ShowDefinition definition) {
        this.definition = definition;
        for (Section section : definition.sections()) {
            for (Row row : section.rows()) {
                places.put(section.name() + "-" + row.name(), new Place(section, row));
            }
        }
    }

    ShowDefinition definition() {
        return definition;
    }

    boolean hasPerformance(String id) {
        return definition.performances().stream().map(Performance::id).anyMatch(id::equals);
    }

    /** The seat of this id, or null where there is none. */
    @Nullable
    PricedSeat seat(String id) {
        int dash = id.lastIndexOf('-');
        if (dash < 0) {
            return null;
        }
        Place place = places.get(id.substring(0, dash));
        int number = number(id, dash + 1);
        if (place == null || number < 1 || number > place.row.seats()) {
            return null;
        }
        Section section = place.section;
        return new PricedSeat(id, section.name(), place.row.name(), number, section.grade(), section.price());
    }

    /** A seat number as it is written: digits without leading zeros; else 0. */
    private static int number(String id, int from) {
        int length = id.length() - from;
        if (length < 1 || length > 6 || id.charAt(from) == '0') {
            return 0;
        }
        int number = 0;
        for (int i = from; i < id.length(); i++) {
            int digit = id.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
