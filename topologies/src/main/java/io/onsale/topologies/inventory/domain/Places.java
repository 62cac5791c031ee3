package io.onsale.topologies.inventory.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Places of one performance: numbered seats, and so many of sections without. */
public record Places(List<String> seatIds, List<HeldArea> areas) {

    public Places {
        seatIds = List.copyOf(seatIds);
        areas = List.copyOf(areas);
    }

    static Places ofSeats(List<String> seatIds) {
        return new Places(seatIds, List.of());
    }

    /** How many tickets that is. */
    public int tickets() {
        return seatIds.size() + areas.stream().mapToInt(HeldArea::quantity).sum();
    }

    boolean isEmpty() {
        return tickets() == 0;
    }

    /** Whether any of them is in a section. */
    boolean touch(String section, SeatMap map) {
        return areas.stream().anyMatch(area -> area.section().equals(section))
                || seatIds.stream()
                        .map(map::find)
                        .anyMatch(seat ->
                                seat != null && seat.plan().section().name().equals(section));
    }

    /** All of these; of an area as many as they have together. */
    static Places together(List<Places> parts) {
        List<HeldArea> all = new ArrayList<>();
        for (Places part : parts) {
            part.areas.forEach(area -> addTo(all, area));
        }
        return new Places(parts.stream().flatMap(part -> part.seatIds.stream()).toList(), all);
    }

    private static void addTo(List<HeldArea> all, HeldArea more) {
        for (int i = 0; i < all.size(); i++) {
            HeldArea known = all.get(i);
            if (known.isLike(more)) {
                all.set(i, known.of(known.quantity() + more.quantity()));
                return;
            }
        }
        all.add(more);
    }

    /** Whether any of these seats is one of them. */
    boolean haveAny(List<String> ids) {
        return seatIds.stream().anyMatch(ids::contains);
    }

    /** What is in both; of an area as many as are in both. */
    Places common(Places other) {
        Set<String> named = new HashSet<>(other.seatIds);
        List<HeldArea> both = new ArrayList<>();
        for (HeldArea mine : areas) {
            int asked = other.areas.stream()
                    .filter(area -> area.isLike(mine))
                    .mapToInt(HeldArea::quantity)
                    .sum();
            int given = Math.min(asked, mine.quantity());
            if (given > 0) {
                both.add(mine.of(given));
            }
        }
        return new Places(seatIds.stream().filter(named::contains).toList(), both);
    }

    /** What is left without these, which are all in it. */
    Places without(Places gone) {
        Set<String> named = new HashSet<>(gone.seatIds);
        List<HeldArea> left = new ArrayList<>();
        for (HeldArea mine : areas) {
            int less = gone.areas.stream()
                    .filter(area -> area.isLike(mine))
                    .mapToInt(HeldArea::quantity)
                    .sum();
            if (mine.quantity() > less) {
                left.add(mine.of(mine.quantity() - less));
            }
        }
        return new Places(seatIds.stream().filter(seat -> !named.contains(seat)).toList(), left);
    }
}
