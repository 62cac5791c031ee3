package io.onsale.topologies.catalogue.domain;

import io.onsale.topologies.show.domain.BookingMode;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.Slot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a section must be like whose places have no number: room for some, or times of entry with room for some each. */
final class AreaRules {

    private static final int MOST_PLACES = 200_000;
    private static final int MOST_SLOTS = 200;

    private AreaRules() {}

    static void check(Section section, String field, Problems problems) {
        boolean quantity = section.mode() == BookingMode.QUANTITY;
        problems.checkWithin(section.capacity(), quantity ? 1 : 0, quantity ? MOST_PLACES : 0, field + "capacity");
        List<Slot> slots = section.slots();
        boolean byTime = section.mode() == BookingMode.SLOT;
        problems.checkWithin(slots.size(), byTime ? 1 : 0, byTime ? MOST_SLOTS : 0, field + "slots");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            String slotField = field + "slots[" + i + "].";
            problems.checkName(slot.name(), slotField + "name");
            problems.check(names.add(slot.name()), slotField + "name", "must be its own");
            problems.checkWithin(slot.capacity(), 1, MOST_PLACES, slotField + "capacity");
        }
    }
}
