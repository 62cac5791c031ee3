package io.onsale.topologies.show.domain;

import java.util.List;

/** Everything an organizer says about an event. */
public record ShowDefinition(
        Billing billing, Terms terms, Conditions conditions, List<Performance> performances, List<Section> sections) {

    public ShowDefinition {
        performances = List.copyOf(performances);
        sections = List.copyOf(sections);
    }
}
