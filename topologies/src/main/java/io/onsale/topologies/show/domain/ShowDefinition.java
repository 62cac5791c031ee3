package io.onsale.topologies.show.domain;

import java.util.List;
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
