package io.onsale.edge.views.seats;

import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Row;
import io.onsale.schemas.catalogue.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The seats of a show in one order, which gives each of them an index. */
public final class Hall {
    /** The index of a seat that is not there. */
    public static final int NOWHERE = -1;

    private static final int MOST_DIGITS = 6;

    private final List<Area> areas;
    private final Map<String, Area> byName;
    private final Map<String, Line> byPrefix;
    private final int seats;

    private Hall(List<Area> areas, Map<String, Line> byPrefix, int seats) {
        this.areas = List.copyOf(areas);
        this.byPrefix = byPrefix;
        this.seats = seats;
        this.byName = new HashMap<>();
        areas.forEach(area -> byName.put(area.name(), area));
    }

    /** Numbers the seats of an event's sections. */
    public static Hall of(EventDefinition definition) {
        List<Area> areas = new ArrayList<>();
        Map<String, Line> byPrefix = new HashMap<>();
        int next = 0;
        for (Section section : definition.getSections()) {
            List<Line> lines = new ArrayList<>();
            int first = next;
            for (Row row : section.getRows()) {
                Line line = new Line(
                        areas.size(),
                        row.getName(),
                        section.getName() + "-" + row.getName() + "-",
                        next,
                        row.getSeats());
                lines.add(line);
                byPrefix.put(line.prefix(), line);
                next += row.getSeats();
            }
            areas.add(new Area(
                    areas.size(),
                    section.getName(),
                    section.getGrade(),
                    section.getPrice(),
                    first,
                    next - first,
                    lines,
                    Attributes.of(section, lines),
                    Attributes.companions(section, lines),
                    rooms(section)));
        }
        return new Hall(areas, byPrefix, next);
    }

    private static List<Room> rooms(Section section) {
        return switch (section.getMode()) {
            case SEAT -> List.of();
            case QUANTITY -> List.of(new Room(null, null, section.getCapacity()));
            case SLOT ->
                section.getSlots().stream()
                        .map(slot -> new Room(slot.getName(), slot.getStartsAt(), slot.getCapacity()))
                        .toList();
        };
    }

    /** Its sections, in the order the organizer gave them. */
    public List<Area> areas() {
        return areas;
    }

    /** The section of a name. */
    public Optional<Area> area(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** How many seats there are. */
    public int seats() {
        return seats;
    }

    /** The index of a seat, or {@link #NOWHERE}. */
    public int find(String seatId) {
        // Names may have dashes, numbers have none: what is before the last dash names the row.
        int digits = seatId.lastIndexOf('-') + 1;
        Line line = byPrefix.get(seatId.substring(0, digits));
        if (line == null) {
            return NOWHERE;
        }
        int number = number(seatId, digits);
        return number >= 1 && number <= line.seats() ? line.first() + number - 1 : NOWHERE;
    }

    /** The section that a seat is in. */
    public Area areaOf(int seat) {
        int low = 0;
        int high = areas.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (areas.get(middle).first() <= seat) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return areas.get(low);
    }

    /** The row that a seat is in. */
    public Line lineOf(int seat) {
        return areaOf(seat).lineOf(seat);
    }

    /** A seat's id. */
    public String id(int seat) {
        Line line = lineOf(seat);
        return line.prefix() + line.numberOf(seat);
    }

    /** Reads a seat's number as it is written in an id, without sign or leading zero. */
    private static int number(String seatId, int from) {
        int length = seatId.length() - from;
        if (length < 1 || length > MOST_DIGITS || seatId.charAt(from) == '0') {
            return 0;
        }
        int number = 0;
        for (int i = from; i < seatId.length(); i++) {
            int digit = seatId.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
