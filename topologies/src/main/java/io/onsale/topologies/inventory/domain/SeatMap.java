package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.SectionPlan.Spot;
import io.onsale.topologies.show.domain.BookingMode;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The seats of a show, found by id.
 *
 * <p>An id is section-row-number. Names may contain dashes, so only the number is split off; section and row are looked up together.
 */
final class SeatMap {

    private record Line(SectionPlan plan, int row) {}

    /** Where a seat is. */
    record Seat(String id, SectionPlan plan, Spot spot) {

        PricedSeat atListPrice() {
            Section section = plan.section();
            String row = section.rows().get(spot.row()).name();
            return new PricedSeat(id, section.name(), row, spot.seat() + 1, section.grade(), section.price());
        }
    }

    private final ShowDefinition definition;
    private final Map<String, SectionPlan> plans = new HashMap<>();
    private final Map<String, Line> lines = new HashMap<>();

    SeatMap(ShowDefinition definition) {
        this.definition = definition;
        for (Section section : definition.sections()) {
            SectionPlan plan = new SectionPlan(section);
            plans.put(section.name(), plan);
            for (int row = 0; row < section.rows().size(); row++) {
                lines.put(section.name() + "-" + section.rows().get(row).name(), new Line(plan, row));
            }
        }
    }

    ShowDefinition definition() {
        return definition;
    }

    /** The performance of this id, or null where there is none. */
    @Nullable
    Performance performance(String id) {
        return definition.performances().stream()
                .filter(performance -> performance.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Until when places of a performance can be sold; of one that is not there, always. */
    Instant soldUntil(String performanceId) {
        Performance performance = performance(performanceId);
        return performance == null ? Instant.MAX : SaleWindow.until(definition, performance);
    }

    /** Whether a performance is called off. */
    boolean isCancelled(String performanceId) {
        Performance performance = performance(performanceId);
        return performance != null && performance.cancelled();
    }

    /** The section of this name, or null where there is none. */
    @Nullable
    SectionPlan section(String name) {
        return plans.get(name);
    }

    /** The other sections that are sold so: those of the same grade first, each time from this one on and around. */
    Stream<SectionPlan> after(SectionPlan plan, BookingMode mode) {
        List<Section> sections = definition.sections();
        int here = sections.indexOf(plan.section());
        List<Section> others = IntStream.range(1, sections.size())
                .mapToObj(next -> sections.get((here + next) % sections.size()))
                .filter(section -> section.mode() == mode)
                .toList();
        String grade = plan.section().grade();
        return Stream.concat(
                        others.stream().filter(section -> section.grade().equals(grade)),
                        others.stream().filter(section -> !section.grade().equals(grade)))
                .map(section -> Objects.requireNonNull(plans.get(section.name())));
    }

    /** The seat of this id, or null where there is none. */
    @Nullable
    Seat find(String id) {
        int dash = id.lastIndexOf('-');
        Line line = dash < 0 ? null : lines.get(id.substring(0, dash));
        if (line == null) {
            return null;
        }
        int number = number(id, dash + 1);
        return number < 1 || number > line.plan.seats(line.row)
                ? null
                : new Seat(id, line.plan, new Spot(line.row, number - 1));
    }

    /** The seat of this id at its section's price, or null where there is none. */
    @Nullable
    PricedSeat seat(String id) {
        Seat seat = find(id);
        return seat == null ? null : seat.atListPrice();
    }

    /** A seat number as it is written: digits without leading zeros; else 0. */
    static int number(String id, int from) {
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
