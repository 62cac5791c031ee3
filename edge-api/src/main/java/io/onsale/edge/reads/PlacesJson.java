package io.onsale.edge.reads;

import io.onsale.edge.views.seats.Occupancy;
import io.onsale.edge.views.seats.SeatStatus;
import io.onsale.edge.views.seats.Show;
import io.onsale.schemas.catalogue.BookingMode;
import io.onsale.schemas.catalogue.Section;
import io.onsale.schemas.catalogue.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is left of a performance by section, slot and grade: numbered seats and places without a number alike. */
public final class PlacesJson {
    private int left;
    private final List<Map<String, Object>> sections = new ArrayList<>();
    private final Map<String, int[]> grades = new LinkedHashMap<>();

    private PlacesJson() {}

    /** Adds what is left to what is told. */
    public static void write(Show show, String performanceId, Occupancy occupancy, Map<String, Object> json) {
        PlacesJson places = new PlacesJson();
        for (Section section : show.definition().getSections()) {
            places.add(show, performanceId, section, occupancy);
        }
        json.put("seats_left", places.left);
        json.put("sections", places.sections);
        json.put("grades", places.grades());
    }

    private void add(Show show, String performanceId, Section section, Occupancy occupancy) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("section", section.getName());
        json.put("grade", section.getGrade());
        int free = 0;
        int all = 0;
        if (section.getMode() == BookingMode.SLOT) {
            List<Map<String, Object>> slots = new ArrayList<>();
            for (Slot slot : section.getSlots()) {
                int ofSlot = show.placesLeft(performanceId, section.getName(), slot.getName(), slot.getCapacity());
                slots.add(slot(slot, ofSlot));
                free += ofSlot;
                all += slot.getCapacity();
            }
            json.put("slots", slots);
        } else if (section.getMode() == BookingMode.QUANTITY) {
            all = section.getCapacity();
            free = show.placesLeft(performanceId, section.getName(), null, all);
        } else {
            var area = show.hall().area(section.getName()).orElseThrow();
            free = occupancy.of(area, SeatStatus.AVAILABLE);
            all = area.seats();
        }
        json.put("seats_left", free);
        json.put("seats", all);
        sections.add(json);
        count(section.getGrade(), free, all);
    }

    private static Map<String, Object> slot(Slot slot, int left) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("slot", slot.getName());
        json.put("starts_at", slot.getStartsAt().toString());
        json.put("seats_left", left);
        json.put("seats", slot.getCapacity());
        return json;
    }

    private void count(String grade, int free, int all) {
        left += free;
        int[] sum = grades.computeIfAbsent(grade, first -> new int[2]);
        sum[0] += free;
        sum[1] += all;
    }

    private List<Map<String, Object>> grades() {
        List<Map<String, Object>> list = new ArrayList<>();
        grades.forEach((grade, sum) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("grade", grade);
            json.put("seats_left", sum[0]);
            json.put("seats", sum[1]);
            list.add(json);
        });
        return list;
    }
}
