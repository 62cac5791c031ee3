package io.onsale.topologies.catalogue.domain;

import io.onsale.schemas.bounds.EventBounds;
import io.onsale.topologies.show.domain.BookingMode;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.Slot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a section must be like whose places have no number: room for some, or times of entry with room for some each. */
final class AreaRules {

    private AreaRules() {}

    static void check(Section section, String field, Problems problems) {
        boolean quantity = section.mode() == BookingMode.QUANTITY;
        problems.checkWithin(
                section.capacity(), quantity ? 1 : 0, quantity ? EventBounds.MOST_PLACES : 0, field + "capacity");
        List<Slot> slots = section.slots();
        boolean byTime = section.mode() == BookingMode.SLOT;
        problems.checkWithin(slots.size(), byTime ? 1 : 0, byTime ? EventBounds.MOST_SLOTS : 0, field + "slots");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            String slotField = field + "slots[" + i + "].";
            problems.checkName(slot.name(), slotField + "name");
            problems.check(names.add(slot.name()), slotField + "name", "must be its own");
            problems.checkWithin(slot.capacity(), 1, EventBounds.MOST_PLACES, slotField + "capacity");
        }
    }
}
