package io.onsale.topologies.catalogue.domain;

import io.onsale.schemas.bounds.TimesOfEntry;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which instants times of entry may be: each on the day of one performance, which sells it. */
final class EntryRules {

    private EntryRules() {}

    static void check(ShowDefinition show, @Nullable ShowDefinition before, Problems problems) {
        if (before != null && times(before).equals(times(show))) {
            return;
        }
        List<Instant> starts = show.starts();
        for (int i = 0; i < show.sections().size(); i++) {
            List<Slot> slots = show.sections().get(i).slots();
            for (int j = 0; j < slots.size(); j++) {
                problems.check(
                        TimesOfEntry.isOnADay(starts, slots.get(j).startsAt()),
                        "sections[" + i + "].slots[" + j + "].starts_at",
                        "must be at a performance's start or within 24 hours after it");
            }
        }
        if (show.slots().findAny().isPresent()) {
            for (int i = 0; i < starts.size(); i++) {
                problems.check(
                        starts.indexOf(starts.get(i)) == i,
                        "performances[" + i + "].starts_at",
                        "must be its own where times of entry are sold");
            }
        }
    }

    private static List<List<Instant>> times(ShowDefinition show) {
        return List.of(show.starts(), show.slots().map(Slot::startsAt).toList());
    }

    /** Why a performance can't be moved so, or null where it can: what is sold of a time of entry says when to come. */
    static @Nullable Refusal moved(ShowDefinition before, ShowDefinition after) {
        for (Section section : before.sections()) {
            for (Slot slot : section.slots()) {
                if (!stays(slot, before, after)) {
                    return new Refusal(
                            "invalid_event",
                            "starts_at must leave times of entry where they are: " + slot.name() + " of "
                                    + section.name()
                                    + " would not be on its performance's day any more. Call the performance off instead.",
                            List.of("starts_at"));
                }
            }
        }
        return null;
    }

    private static boolean stays(Slot slot, ShowDefinition before, ShowDefinition after) {
        boolean was = TimesOfEntry.isOnADay(before.starts(), slot.startsAt());
        boolean is = TimesOfEntry.isOnADay(after.starts(), slot.startsAt());
        return Objects.equals(id(before.performanceOf(slot)), id(after.performanceOf(slot))) && (is || !was);
    }

    private static @Nullable String id(@Nullable Performance performance) {
        return performance == null ? null : performance.id();
    }
}
