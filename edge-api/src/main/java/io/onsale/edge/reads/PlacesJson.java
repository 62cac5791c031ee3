package io.onsale.edge.reads;

import io.onsale.edge.views.seats.Area;
import io.onsale.edge.views.seats.Days;
import io.onsale.edge.views.seats.Occupancy;
import io.onsale.edge.views.seats.Places;
import io.onsale.edge.views.seats.SeatStatus;
import io.onsale.edge.views.seats.Show;
import io.onsale.schemas.catalogue.Section;
import io.onsale.schemas.catalogue.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is left of a performance by section, slot and grade: numbered seats and places without a number alike. */
public final class PlacesJson {
    private final Show show;
    private final String performanceId;
    private final List<Map<String, Object>> sections = new ArrayList<>();
    private final Map<String, Count> grades = new LinkedHashMap<>();
    private final Set<String> soldOut = new TreeSet<>();
    private Count all = Count.NONE;

    /**
     * So many places.
     *
     * @param held held by somebody, or given back and not on sale again yet: they may be left again
     */
    private record Count(int left, int held, int all) {
        static final Count NONE = new Count(0, 0, 0);

        Count plus(Count other) {
            return new Count(left + other.left, held + other.held, all + other.all);
        }

        boolean isSoldOut() {
            return left + held == 0;
        }

        void write(Map<String, Object> json) {
            json.put("seats_left", left);
            json.put("seats_held", held);
            json.put("seats", all);
        }
    }

    private PlacesJson(Show show, String performanceId) {
        this.show = show;
        this.performanceId = performanceId;
    }

    /** How it stands with a performance whose seats are so full. */
    public static PlacesJson of(Show show, String performanceId, Occupancy occupancy) {
        PlacesJson places = new PlacesJson(show, performanceId);
        for (Section section : show.definition().getSections()) {
            places.add(section, occupancy);
        }
        return places;
    }

    private void add(Section section, Occupancy occupancy) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("section", section.getName());
        json.put("grade", section.getGrade());
        Count count = switch (section.getMode()) {
            case SLOT -> slots(section, json);
            case QUANTITY, SEAT -> places(section, occupancy);
        };
        count.write(json);
        sections.add(json);
        if (count.isSoldOut()) {
            soldOut.add("section " + section.getName());
        }
        grades.merge(section.getGrade(), count, Count::plus);
        all = all.plus(count);
    }

    private Count slots(Section section, Map<String, Object> json) {
        List<Map<String, Object>> slots = new ArrayList<>();
        Count sum = Count.NONE;
        Days days = new Days(show.definition());
        for (Slot slot : section.getSlots()) {
            if (!days.isOf(performanceId, slot.getStartsAt())) {
                continue;
            }
            Count count = places(section, slot.getName(), slot.getCapacity());
            slots.add(slot(slot, count));
            sum = sum.plus(count);
        }
        json.put("slots", slots);
        return sum;
    }

    private Count places(Section section, String slot, int capacity) {
        Places places = show.places(performanceId, section.getName(), slot, capacity);
        return new Count(places.available(), places.held() + places.withheld(), capacity);
    }

    private Count places(Section section, Occupancy occupancy) {
        Area area = show.hall().area(section.getName()).orElseThrow();
        int held = occupancy.of(area, SeatStatus.HELD) + occupancy.of(area, SeatStatus.WITHHELD);
        return new Count(occupancy.of(area, SeatStatus.AVAILABLE), held, occupancy.of(area));
    }

    private static Map<String, Object> slot(Slot slot, Count count) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("slot", slot.getName());
        json.put("starts_at", slot.getStartsAt().toString());
        count.write(json);
        return json;
    }

    /** Adds it to what is told. */
    public void write(Map<String, Object> json) {
        json.put("seats_left", all.left());
        json.put("seats_held", all.held());
        json.put("sections", sections);
        json.put("grades", grades());
    }

    private List<Map<String, Object>> grades() {
        List<Map<String, Object>> list = new ArrayList<>();
        grades.forEach((grade, count) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("grade", grade);
            count.write(json);
            list.add(json);
        });
        return list;
    }

    /** How many are left. */
    public int left() {
        return all.left();
    }

    /** How many may be left again. */
    public int held() {
        return all.held();
    }

    /** Sections and grades of which every place is sold; what is merely held may come back. */
    public Set<String> soldOut() {
        Set<String> gone = new TreeSet<>(soldOut);
        grades.forEach((grade, count) -> {
            if (count.isSoldOut()) {
                gone.add("grade " + grade);
            }
        });
        return gone;
    }
}
