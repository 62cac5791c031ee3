package io.onsale.topologies.catalogue.domain;

import io.onsale.topologies.show.domain.ShowDefinition;

/** An event as it stands. */
public record Listing(Status status, ShowDefinition definition) {

    boolean belongsTo(String organizerId) {
        return definition.billing().organizerId().equals(organizerId);
    }
}
