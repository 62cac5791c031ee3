package io.onsale.topologies.show.domain;

import java.util.List;

/** Everything an organizer says about an event. */
public record ShowDefinition(
        Billing billing, Terms terms, Conditions conditions, List<Performance> performances, List<Section> sections) {

    public ShowDefinition {
        performances = List.copyOf(performances);
        sections = List.copyOf(sections);
    }

    /** The same with a performance called off. */
    public ShowDefinition without(String performance) {
        List<Performance> left = performances.stream()
                .map(each -> each.id().equals(performance) ? each.asCancelled() : each)
                .toList();
        return new ShowDefinition(billing, terms, conditions, left, sections);
    }
}
