package io.onsale.topologies.show.domain;

import io.onsale.schemas.bounds.TimesOfEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything an organizer says about an event.
 *
 * @param waitingRoom null: the sale is open to all at once
 */
public record ShowDefinition(
        Billing billing,
        Terms terms,
        Conditions conditions,
        List<Performance> performances,
        List<Section> sections,
        @Nullable WaitingRoom waitingRoom) {

    public ShowDefinition {
        performances = List.copyOf(performances);
        sections = List.copyOf(sections);
    }

    /** Of an event that sells without a waiting room. */
    public ShowDefinition(
            Billing billing,
            Terms terms,
            Conditions conditions,
            List<Performance> performances,
            List<Section> sections) {
        this(billing, terms, conditions, performances, sections, null);
    }

    /** Which performance a time of entry belongs to, or null where there is none. */
    public @Nullable Performance performanceOf(Slot slot) {
        int index = TimesOfEntry.performanceOf(starts(), slot.startsAt());
        return index < 0 ? null : performances.get(index);
    }

    /** When its last performance begins, or somebody enters for the last time. */
    public Instant lastStart() {
        return Stream.concat(starts().stream(), slots().map(Slot::startsAt))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** From when on nothing of it is sold. */
    public Instant saleEnd() {
        Instant last = lastStart();
        Instant end = terms.saleEndsAt();
        return end == null || end.isAfter(last) ? last : end;
    }

    /** When its performances begin. */
    public List<Instant> starts() {
        return performances.stream().map(Performance::startsAt).toList();
    }

    /** The time of entry of this name in a section. */
    public Optional<Slot> slot(String section, @Nullable String name) {
        return sections.stream()
                .filter(each -> each.name().equals(section))
                .flatMap(each -> each.slots().stream())
                .filter(slot -> slot.name().equals(name))
                .findFirst();
    }

    /** The times of entry of all its sections. */
    public Stream<Slot> slots() {
        return sections.stream().map(Section::slots).flatMap(List::stream);
    }

    /** The same on other dates. */
    public ShowDefinition on(List<Performance> dates) {
        return new ShowDefinition(billing, terms, conditions, dates, sections, waitingRoom);
    }

    /** The same with another waiting room. */
    public ShowDefinition behind(WaitingRoom another) {
        return new ShowDefinition(billing, terms, conditions, performances, sections, another);
    }

    /** The same with a performance called off. */
    public ShowDefinition without(String performance) {
        return on(performances.stream()
                .map(each -> each.id().equals(performance) ? each.asCancelled() : each)
                .toList());
    }
}
