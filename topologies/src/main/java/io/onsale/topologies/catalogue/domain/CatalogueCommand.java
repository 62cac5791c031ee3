package io.onsale.topologies.catalogue.domain;

import io.onsale.topologies.show.domain.ShowDefinition;

/** What may be asked of the catalogue about one event. */
public sealed interface CatalogueCommand {

    /** Draft it. */
    record CreateEvent(ShowDefinition definition) implements CatalogueCommand {}

    /** Show it, and let it sell from its opening on. */
    record PublishEvent(String organizerId) implements CatalogueCommand {}

    /** End its sale. */
    record CloseEvent(String organizerId) implements CatalogueCommand {}
}
