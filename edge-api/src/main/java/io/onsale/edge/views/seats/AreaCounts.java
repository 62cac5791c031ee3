package io.onsale.edge.views.seats;

import io.onsale.schemas.inventory.HeldArea;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many places of sections without numbered seats are not free, by performance, section and slot.
 *
 * <p>Not safe for several threads: the show's lock guards it.
 */
final class AreaCounts {

    private record Place(
            String performance, String section, @Nullable String slot) {}

    private final Map<Place, Integer> taken = new HashMap<>();

    void take(String performance, List<HeldArea> areas) {
        areas.forEach(area -> add(performance, area, area.getQuantity()));
    }

    void free(String performance, List<HeldArea> areas) {
        areas.forEach(area -> add(performance, area, -area.getQuantity()));
    }

    int taken(String performance, String section, @Nullable String slot) {
        return taken.getOrDefault(new Place(performance, section, slot), 0);
    }

    private void add(String performance, HeldArea area, int more) {
        taken.merge(new Place(performance, area.getSection(), area.getSlot()), more, Integer::sum);
    }
}
