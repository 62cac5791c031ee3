package io.onsale.topologies.catalogue.domain;

import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Instant;

/** What may be asked of the catalogue about one event. */
public sealed interface CatalogueCommand {

    /** Draft it. */
    record CreateEvent(ShowDefinition definition) implements CatalogueCommand {}

    /** Show it, and let it sell from its opening on. */
    record PublishEvent(String organizerId) implements CatalogueCommand {}

    /**
     * Change what may safely be changed about it.
     *
     * @param before what the change was made from
     */
    record EditEvent(String organizerId, ShowDefinition before, ShowDefinition definition)
            implements CatalogueCommand {}

    /** Give a performance another time. */
    record MovePerformance(Asker by, String performanceId, Instant startsAt) implements CatalogueCommand {}

    /** Call a performance off. */
    record CancelPerformance(Asker by, String performanceId) implements CatalogueCommand {}

    /** End its sale. */
    record CloseEvent(Asker by) implements CatalogueCommand {}
}
