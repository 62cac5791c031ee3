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

    /** How many, how many of them have owners or wait since they were given back, and the version that made it so. */
    private record Count(int taken, int sold, int withheld, long version) {}

    private static final Count NONE = new Count(0, 0, 0, 0);

    private final Map<Place, Count> counts = new HashMap<>();

    void take(String performance, List<HeldArea> areas, long version) {
        areas.forEach(area -> add(performance, area, new Count(area.getQuantity(), 0, 0, version)));
    }

    void free(String performance, List<HeldArea> areas, long version) {
        areas.forEach(area -> add(performance, area, new Count(-area.getQuantity(), 0, 0, version)));
    }

    void sell(String performance, List<HeldArea> areas, long version) {
        areas.forEach(area -> add(performance, area, new Count(0, area.getQuantity(), 0, version)));
    }

    /** They have no owner any more, and are free. */
    void giveBack(String performance, List<HeldArea> areas, long version) {
        areas.forEach(area -> add(performance, area, new Count(-area.getQuantity(), -area.getQuantity(), 0, version)));
    }

    /** They have no owner any more, and are not free for that. */
    void withhold(String performance, List<HeldArea> areas, long version) {
        areas.forEach(area -> add(performance, area, new Count(0, -area.getQuantity(), area.getQuantity(), version)));
    }

    /** What was withheld is free. */
    void freeAgain(String performance, List<HeldArea> areas, long version) {
        areas.forEach(area -> add(performance, area, new Count(-area.getQuantity(), 0, -area.getQuantity(), version)));
    }

    /** How it stands with so many places. */
    Places places(String performance, String section, @Nullable String slot, int capacity) {
        Count count = of(performance, section, slot);
        int available = Math.max(0, capacity - count.taken());
        int held = Math.max(0, capacity - available - count.sold() - count.withheld());
        return new Places(available, held, count.sold(), count.withheld(), 0);
    }

    /** Whether it changed after a version. */
    boolean changedSince(long version, String performance, String section, @Nullable String slot) {
        return of(performance, section, slot).version() > version;
    }

    private Count of(String performance, String section, @Nullable String slot) {
        return counts.getOrDefault(new Place(performance, section, slot), NONE);
    }

    private void add(String performance, HeldArea area, Count more) {
        counts.merge(
                new Place(performance, area.getSection(), area.getSlot()),
                more,
                (before, change) -> new Count(
                        before.taken() + change.taken(),
                        before.sold() + change.sold(),
                        before.withheld() + change.withheld(),
                        change.version()));
    }
}
