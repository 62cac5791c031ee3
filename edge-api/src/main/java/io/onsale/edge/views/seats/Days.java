package io.onsale.edge.views.seats;

import io.onsale.schemas.bounds.TimesOfEntry;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.Section;
import io.onsale.schemas.catalogue.Slot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The performances of an event, each with the times of entry that are its own. */
public record Days(EventDefinition event) {

    /** Whether something is of a performance: everything but another's time of entry. */
    public boolean isOf(String performanceId, @Nullable Instant entry) {
        return entry == null
                || performanceOf(entry).filter(performanceId::equals).isPresent();
    }

    /** The performance that a time of entry belongs to. */
    public Optional<String> performanceOf(Instant entry) {
        int index = TimesOfEntry.performanceOf(starts(), entry);
        return index < 0
                ? Optional.empty()
                : Optional.of(event.getPerformances().get(index).getPerformanceId());
    }

    /** When a ticket's place is entered: at its time of entry, or when the performance begins. */
    public Optional<Instant> start(String performanceId, String section, @Nullable String slot) {
        Stream<Instant> entry = event.getSections().stream()
                .filter(each -> each.getName().equals(section))
                .flatMap(each -> each.getSlots().stream())
                .filter(each -> each.getName().equals(slot))
                .map(Slot::getStartsAt);
        Stream<Instant> start = event.getPerformances().stream()
                .filter(each -> each.getPerformanceId().equals(performanceId))
                .map(Performance::getStartsAt);
        return Stream.concat(entry, start).findFirst();
    }

    /** When a performance begins, or somebody enters it for the last time on its day. */
    public Instant lastEntry(Performance performance) {
        return entries()
                .filter(entry -> isOf(performance.getPerformanceId(), entry)
                        && entry.isBefore(performance.getStartsAt().plus(TimesOfEntry.DAY)))
                .max(Comparator.naturalOrder())
                .filter(performance.getStartsAt()::isBefore)
                .orElse(performance.getStartsAt());
    }

    /** When its last performance begins, or somebody enters for the last time. */
    public Instant lastStart() {
        return Stream.concat(starts().stream(), entries())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private Stream<Instant> entries() {
        return event.getSections().stream()
                .map(Section::getSlots)
                .flatMap(List::stream)
                .map(Slot::getStartsAt);
    }

    private List<Instant> starts() {
        return event.getPerformances().stream().map(Performance::getStartsAt).toList();
    }
}
