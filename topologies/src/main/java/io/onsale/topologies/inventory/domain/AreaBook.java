package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many places of each section without numbered seats, or of each of its slots, are not free; where all are, there is no row. */
final class AreaBook {

    private final Table<Integer> taken;

    AreaBook(Table<Integer> taken) {
        this.taken = taken;
    }

    int taken(String event, String performance, String section, @Nullable String slot) {
        Integer places = taken.get(key(event, performance, section, slot));
        return places == null ? 0 : places;
    }

    void take(String event, String performance, List<HeldArea> areas) {
        areas.forEach(area -> add(event, performance, area, area.quantity()));
    }

    void free(String event, String performance, List<HeldArea> areas) {
        areas.forEach(area -> add(event, performance, area, -area.quantity()));
    }

    private void add(String event, String performance, HeldArea area, int more) {
        int places = taken(event, performance, area.section(), area.slot()) + more;
        String key = key(event, performance, area.section(), area.slot());
        if (places == 0) {
            taken.remove(key);
        } else {
            taken.put(key, places);
        }
    }

    /** Names may hold any sign, so the section's length says where it ends. */
    private static String key(String event, String performance, String section, @Nullable String slot) {
        String row = event + '|' + performance + '|' + section.length() + '|' + section;
        return slot == null ? row : row + '|' + slot;
    }
}
