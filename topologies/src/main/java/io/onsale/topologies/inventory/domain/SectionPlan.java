package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.show.domain.FocalPoint;
import io.onsale.topologies.show.domain.Row;
import io.onsale.topologies.show.domain.Section;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the numbered seats of a section lie: rows from the front, what is special about which seat, and where the best ones are. */
final class SectionPlan {

    static final String WHEELCHAIR = "wheelchair";
    static final String COMPANION = "companion";

    /** A seat by its row and its place in it, both from 0. */
    record Spot(int row, int seat) {}

    private final Section section;
    private final Map<String, Integer> rowsByName = new HashMap<>();
    private final Map<String, Map<Integer, BitSet>> marked = new HashMap<>();
    private final Map<Spot, Spot> companions = new HashMap<>();
    private final Map<Spot, Spot> wheelchairs = new HashMap<>();
    private final Focus focus;

    SectionPlan(Section section) {
        this.section = section;
        for (Row row : section.rows()) {
            rowsByName.put(row.name(), rowsByName.size());
        }
        section.seatAttributes().forEach((attribute, names) -> marked.put(attribute, mark(spots(names))));
        List<Spot> first = spots(section.seatAttributes().getOrDefault(WHEELCHAIR, List.of()));
        List<Spot> second = spots(section.seatAttributes().getOrDefault(COMPANION, List.of()));
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            companions.put(first.get(i), second.get(i));
            wheelchairs.put(second.get(i), first.get(i));
        }
        focus = focus(section);
    }

    Section section() {
        return section;
    }

    int rows() {
        return section.rows().size();
    }

    int seats(int row) {
        return section.rows().get(row).seats();
    }

    /** What its best seats are nearest to. */
    Focus focus() {
        return focus;
    }

    /** The seats of a row that have an attribute; not to be changed. */
    BitSet marked(String attribute, int row) {
        BitSet seats = marked.getOrDefault(attribute, Map.of()).get(row);
        return seats == null ? new BitSet() : seats;
    }

    boolean has(String attribute) {
        return marked.containsKey(attribute);
    }

    /** The seat that comes along with a wheelchair seat. */
    @Nullable
    Spot companion(Spot wheelchair) {
        return companions.get(wheelchair);
    }

    /** The wheelchair seat for which a companion seat is kept as long as it is free. */
    @Nullable
    Spot wheelchair(Spot companion) {
        return wheelchairs.get(companion);
    }

    /** The other one of a wheelchair seat and its companion seat. */
    @Nullable
    Spot partner(Spot spot) {
        Spot companion = companion(spot);
        return companion == null ? wheelchair(spot) : companion;
    }

    /** The free companion seats of a row whose wheelchair seat is not free: nobody can come with it, so they are anybody's. */
    BitSet loose(FreeSeats free, int row) {
        BitSet loose = (BitSet) marked(COMPANION, row).clone();
        loose.and(free.row(row));
        loose.andNot(marked(WHEELCHAIR, row));
        marked(COMPANION, row).stream()
                .filter(seat -> isKept(free, new Spot(row, seat)))
                .forEach(loose::clear);
        return loose;
    }

    private boolean isKept(FreeSeats free, Spot companion) {
        Spot wheelchair = wheelchair(companion);
        return wheelchair != null && free.isFree(wheelchair);
    }

    String id(Spot spot) {
        return section.name() + "-" + section.rows().get(spot.row).name() + "-" + (spot.seat + 1);
    }

    private List<Spot> spots(List<String> names) {
        List<Spot> spots = new ArrayList<>();
        for (String name : names) {
            int dash = name.lastIndexOf('-');
            Integer row = dash < 0 ? null : rowsByName.get(name.substring(0, dash));
            int number = dash < 0 ? 0 : SeatMap.number(name, dash + 1);
            if (row != null && number >= 1 && number <= seats(row)) {
                spots.add(new Spot(row, number - 1));
            }
        }
        return spots;
    }

    /** By row, and only of rows in which any seat is marked: there may be many attributes, and rows without any. */
    private static Map<Integer, BitSet> mark(List<Spot> spots) {
        Map<Integer, BitSet> rows = new HashMap<>();
        spots.forEach(
                spot -> rows.computeIfAbsent(spot.row, row -> new BitSet()).set(spot.seat));
        return rows;
    }

    private Focus focus(Section of) {
        FocalPoint point = of.focalPoint();
        if (of.rows().isEmpty()) {
            return new Focus(0, 0);
        }
        if (point == null) {
            return new Focus(0, seats(0) - 1);
        }
        Integer row = rowsByName.get(point.row());
        return new Focus(row == null ? 0 : row, 2 * (point.number() - 1));
    }
}
