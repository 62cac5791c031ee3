package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.BookingMode;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.Slot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        return switch (plan.section().mode()) {
            case SEAT -> Choice.Denied.because("seats_required", "Name seats of this section, or ask for the best.");
            case QUANTITY -> wish.slot() == null ? ofSection(wish, plan) : unknownSlot();
            case SLOT -> ofSlot(wish, plan, at);
        };
    }

    private Choice ofSlot(Wish.Some wish, SectionPlan plan, Instant at) {
        Section section = plan.section();
        if (wish.slot() == null) {
            return Choice.Denied.because("slot_required", "Name the time of entry.");
        }
        Slot slot = slot(section, wish.slot());
        if (slot == null) {
            return unknownSlot();
        }
        if (!isToday(slot)) {
            return Choice.Denied.because("unknown_slot", "This time of entry is another performance's; name that one.");
        }
        if (!at.isBefore(slot.startsAt())) {
            return Choice.Denied.because("sale_closed", "This time of entry has come.");
        }
        int left = left(section, slot.name(), slot.capacity());
        return wish.quantity() > left
                ? notLeft(left, otherSlots(section, slot, wish.quantity(), at))
                : places(wish, section);
    }

    private Choice ofSection(Wish.Some wish, SectionPlan plan) {
        Section section = plan.section();
        int left = left(section, null, section.capacity());
        return wish.quantity() > left ? notLeft(left, otherSections(plan, wish.quantity())) : places(wish, section);
    }

    private int left(Section section, @Nullable String slot, int capacity) {
        return capacity - view.taken(performance, section.name(), slot);
    }

    private static Choice notLeft(int left, Optional<String> instead) {
        return Choice.Denied.because(
                "not_enough_left",
                "Of these places " + Math.max(left, 0) + " are left.",
                instead.stream().toList());
    }

    /** The next with room for so many, or else the last before. */
    private Optional<String> otherSlots(Section section, Slot full, int quantity, Instant at) {
        List<Slot> withRoom = section.slots().stream()
                .filter(this::isToday)
                .filter(slot -> at.isBefore(slot.startsAt()))
                .filter(slot -> left(section, slot.name(), slot.capacity()) >= quantity)
                .sorted(Comparator.comparing(Slot::startsAt))
                .toList();
        Optional<Slot> later = withRoom.stream()
                .filter(slot -> slot.startsAt().isAfter(full.startsAt()))
                .findFirst();
        return later.or(() -> withRoom.reversed().stream().findFirst()).map(Slot::name);
    }

    private Optional<String> otherSections(SectionPlan plan, int quantity) {
        return map.after(plan, BookingMode.QUANTITY)
                .map(SectionPlan::section)
                .filter(section -> left(section, null, section.capacity()) >= quantity)
                .map(Section::name)
                .findFirst();
    }

    /** Whether it is a time of entry of this performance. */
    private boolean isToday(Slot slot) {
        Performance its = map.definition().performanceOf(slot);
        return its != null && its.id().equals(performance);
    }

    private static Choice places(Wish.Some wish, Section section) {
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
