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

    /** How many, how many of them have owners, and the version that made it so. */
    private record Count(int taken, int sold, long version) {}

    private static final Count NONE = new Count(0, 0, 0);

    private final Map<Place, Count> counts = new HashMap<>();

    void take(String performance, List<HeldArea> areas, long version) {
        areas.forEach(area -> add(performance, area, area.getQuantity(), 0, version));
    }

    void free(String performance, List<HeldArea> areas, long version) {
        areas.forEach(area -> add(performance, area, -area.getQuantity(), 0, version));
    }

    void sell(String performance, List<HeldArea> areas, long version) {
        areas.forEach(area -> add(performance, area, 0, area.getQuantity(), version));
    }

    /** They have no owner any more, and are not free for that. */
    void giveBack(String performance, List<HeldArea> areas, long version) {
        areas.forEach(area -> add(performance, area, 0, -area.getQuantity(), version));
    }

    int taken(String performance, String section, @Nullable String slot) {
        return of(performance, section, slot).taken();
    }

    int sold(String performance, String section, @Nullable String slot) {
        return of(performance, section, slot).sold();
    }

    /** Whether it changed after a version. */
    boolean changedSince(long version, String performance, String section, @Nullable String slot) {
        return of(performance, section, slot).version() > version;
    }

    private Count of(String performance, String section, @Nullable String slot) {
        return counts.getOrDefault(new Place(performance, section, slot), NONE);
    }

    private void add(String performance, HeldArea area, int taken, int sold, long version) {
        Count before = of(performance, area.getSection(), area.getSlot());
        counts.put(
                new Place(performance, area.getSection(), area.getSlot()),
                new Count(before.taken() + taken, before.sold() + sold, version));
    }
}
