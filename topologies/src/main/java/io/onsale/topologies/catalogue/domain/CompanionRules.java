package io.onsale.topologies.catalogue.domain;

import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where companion seats may be: the first beside the first wheelchair place, and so on, and those that are left over beside any. */
final class CompanionRules {

    private CompanionRules() {}

    static void check(ShowDefinition show, @Nullable ShowDefinition before, Problems problems) {
        if (before != null && marks(before).equals(marks(show))) {
            return;
        }
        for (int i = 0; i < show.sections().size(); i++) {
            check(show.sections().get(i), "sections[" + i + "].seat_attributes.companion", problems);
        }
    }

    private static List<Map<String, List<String>>> marks(ShowDefinition show) {
        return show.sections().stream().map(Section::seatAttributes).toList();
    }

    private static void check(Section section, String field, Problems problems) {
        List<String> wheelchairs = section.seatAttributes().getOrDefault("wheelchair", List.of());
        List<String> companions = section.seatAttributes().getOrDefault("companion", List.of());
        SeatNames seats = new SeatNames(section);
        for (int i = 0; i < companions.size(); i++) {
            String companion = companions.get(i);
            if (!seats.exist(companion)) {
                continue; // That is told already.
            }
            if (i < wheelchairs.size()) {
                String wheelchair = wheelchairs.get(i);
                problems.check(
                        SeatNames.areBeside(companion, wheelchair),
                        field,
                        "must have " + companion + " beside its wheelchair place, " + wheelchair);
            } else {
                problems.check(
                        wheelchairs.stream().anyMatch(wheelchair -> SeatNames.areBeside(companion, wheelchair)),
                        field,
                        "must have " + companion + " beside a wheelchair place");
            }
        }
    }
}
