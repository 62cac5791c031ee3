package io.onsale.standalone.audit.rules;

import io.onsale.schemas.catalogue.BookingMode;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Section;
import io.onsale.schemas.inventory.BatchReleased;
import io.onsale.schemas.inventory.HeldArea;
import io.onsale.schemas.inventory.SeatsConfirmed;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.SeatsReturned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of a section without numbered seats, or one of its times of entry, no more places are held, owned or withheld than it has. */
public final class AreaCapacity extends InventoryRule {

    private record Area(
            String event, String section, @Nullable String slot) {}

    private record Place(String performance, Area area) {}

    private final Map<Area, Integer> capacities = new HashMap<>();
    private final Map<Place, Integer> taken = new HashMap<>();
    /** What each hold has, and each batch. */
    private final Map<String, Map<Place, Integer>> owners = new HashMap<>();

    private long checked;

    public AreaCapacity() {
        super(Check.CAPACITY);
    }

    @Override
    List<Finding> defined(Logged logged, EventDefinition definition) {
        definition.getSections().forEach(section -> define(logged.key(), section));
        return taken.keySet().stream()
                .filter(place -> place.area().event().equals(logged.key()))
                .flatMap(place -> overfull(logged, place).stream())
                .toList();
    }

    private void define(String event, Section section) {
        if (section.getMode() == BookingMode.QUANTITY) {
            capacities.put(new Area(event, section.getName(), null), section.getCapacity());
        }
        section.getSlots()
                .forEach(
                        slot -> capacities.put(new Area(event, section.getName(), slot.getName()), slot.getCapacity()));
    }

    @Override
    List<Finding> held(Logged logged, Instant at, SeatsHeld held) {
        List<Finding> findings = new ArrayList<>();
        for (HeldArea area : held.getAreas()) {
            checked += area.getQuantity();
            Place place = place(logged, held.getPerformanceId(), area);
            owner(held.getHoldId()).merge(place, area.getQuantity(), Integer::sum);
            taken.merge(place, area.getQuantity(), Integer::sum);
            findings.addAll(overfull(logged, place));
        }
        return findings;
    }

    private List<Finding> overfull(Logged logged, Place place) {
        int places = taken.getOrDefault(place, 0);
        int capacity = capacities.getOrDefault(place.area(), 0);
        return places > capacity
                ? List.of(about(logged, place, "%d places are taken where there are %d".formatted(places, capacity)))
                : List.of();
    }

    /** Frees what the hold took, whatever its end says: a wrong end must not make room for more. */
    @Override
    List<Finding> ended(Logged logged, Instant at, End end) {
        Map<Place, Integer> had = owners.remove(end.hold());
        if (had != null) {
            had.forEach(this::less);
        }
        return List.of();
    }

    @Override
    List<Finding> confirmed(Logged logged, Instant at, SeatsConfirmed confirmed) {
        return List.of();
    }

    @Override
    List<Finding> returned(Logged logged, Instant at, SeatsReturned back) {
        for (HeldArea area : back.getAreas()) {
            Place place = place(logged, back.getPerformanceId(), area);
            int gone = take(owner(back.getHoldId()), place, area.getQuantity());
            if (back.getBatchId() == null) {
                less(place, gone);
            } else {
                owner(batch(logged, back.getBatchId())).merge(place, gone, Integer::sum);
            }
        }
        return List.of();
    }

    @Override
    List<Finding> released(Logged logged, Instant at, BatchReleased released) {
        for (HeldArea area : released.getAreas()) {
            Place place = place(logged, released.getPerformanceId(), area);
            less(place, take(owner(batch(logged, released.getBatchId())), place, area.getQuantity()));
        }
        return List.of();
    }

    /** Takes so many away from an owner, or what it has. */
    private static int take(Map<Place, Integer> owner, Place place, int wanted) {
        int gone = Math.min(owner.getOrDefault(place, 0), wanted);
        owner.merge(place, -gone, Integer::sum);
        return gone;
    }

    private void less(Place place, int gone) {
        taken.merge(place, -gone, Integer::sum);
    }

    private Map<Place, Integer> owner(String id) {
        return owners.computeIfAbsent(id, first -> new HashMap<>());
    }

    private static String batch(Logged logged, String id) {
        return "batch " + logged.key() + ' ' + id;
    }

    private static Place place(Logged logged, String performance, HeldArea area) {
        return new Place(performance, new Area(logged.key(), area.getSection(), area.getSlot()));
    }

    @Override
    public long checked() {
        return checked;
    }

    private Finding about(Logged logged, Place place, String what) {
        String slot = place.area().slot();
        return finding(
                logged,
                what,
                Ids.EVENT,
                place.area().event(),
                "performance_id",
                place.performance(),
                "section",
                place.area().section(),
                "slot",
                slot == null ? "" : slot);
    }
}
