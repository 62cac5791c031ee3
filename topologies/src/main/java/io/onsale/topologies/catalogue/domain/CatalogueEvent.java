package io.onsale.topologies.catalogue.domain;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.ShowDefinition;
import org.jspecify.annotations.Nullable;

/** What happens to an event in the catalogue. */
public sealed interface CatalogueEvent {

    /** It was drafted. */
    record EventDrafted(ShowDefinition definition) implements CatalogueEvent {}

    /** It is public. */
    record EventPublished(ShowDefinition definition) implements CatalogueEvent {}

    /** It has another definition than before. */
    record EventEdited(ShowDefinition before, Listing listing) implements CatalogueEvent {}

    /** A performance has another time. */
    record PerformanceMoved(String performanceId, Listing listing) implements CatalogueEvent {}

    /** A performance does not take place. */
    record PerformanceCancelled(String performanceId, Listing listing) implements CatalogueEvent {}

    /** Its sale ended. */
    record EventClosed(ShowDefinition definition) implements CatalogueEvent {}

    /**
     * Something asked about it was refused.
     *
     * @param current the event as it stands, or null where there is none
     */
    record CatalogueRefused(Refusal refusal, @Nullable Listing current) implements CatalogueEvent {}
}
