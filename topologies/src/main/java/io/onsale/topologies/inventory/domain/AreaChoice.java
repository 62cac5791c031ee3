package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.Slot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a fan gets so many places of a section without numbered seats. */
final class AreaChoice {

    private final InventoryView view;
    private final SeatMap map;
    private final String performance;

    AreaChoice(InventoryView view, SeatMap map, String performance) {
        this.view = view;
        this.map = map;
        this.performance = performance;
    }

    Choice of(Wish.Some wish, Allowance allowance, Instant at) {
        if (wish.section() == null) {
            return Choice.Denied.because(
                    "section_required", "Name the section of which so many places are wished for.");
        }
        SectionPlan plan = map.section(wish.section());
        if (plan == null) {
            return Choice.Denied.because("unknown_section", "This event has no such section.");
        }
        Refusal over = allowance.refuse(wish.quantity());
        if (over != null) {
            return new Choice.Denied(over);
        }
        Section section = plan.section();
        return switch (section.mode()) {
            case SEAT -> Choice.Denied.because("seats_required", "Name seats of this section, or ask for the best.");
            case QUANTITY -> wish.slot() == null ? places(wish, section, section.capacity()) : unknownSlot();
            case SLOT -> ofSlot(wish, section, at);
        };
    }

    private Choice ofSlot(Wish.Some wish, Section section, Instant at) {
        if (wish.slot() == null) {
            return Choice.Denied.because("slot_required", "Name the time of entry.");
        }
        Slot slot = slot(section, wish.slot());
        if (slot == null) {
            return unknownSlot();
        }
        return at.isBefore(slot.startsAt())
                ? places(wish, section, slot.capacity())
                : Choice.Denied.because("sale_closed", "This time of entry has come.");
    }

    private Choice places(Wish.Some wish, Section section, int capacity) {
        int left = capacity - view.taken(performance, section.name(), wish.slot());
        if (wish.quantity() > left) {
            return Choice.Denied.because("not_enough_left", "Of these places " + Math.max(left, 0) + " are left.");
        }
        return new Choice.Granted(
                List.of(),
                List.of(new HeldArea(section.name(), wish.slot(), wish.quantity(), section.grade(), section.price())));
    }

    private static @Nullable Slot slot(Section section, String name) {
        return section.slots().stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Choice unknownSlot() {
        return Choice.Denied.because("unknown_slot", "This section has no such time of entry.");
    }
}
