package io.onsale.topologies.catalogue.domain;

import io.onsale.topologies.catalogue.domain.CatalogueEvent.CatalogueRefused;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventClosed;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventDrafted;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventEdited;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventPublished;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.PerformanceCancelled;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.PerformanceMoved;
import io.onsale.topologies.kit.domain.Books;
import io.onsale.topologies.kit.domain.Table;
import java.time.Instant;

/** All of catalogue's state; only {@link #apply} changes it. */
public final class CatalogueBooks implements Books<CatalogueView, CatalogueEvent> {

    private final Table<Listing> listings;

    public CatalogueBooks(Table<Listing> listings) {
        this.listings = listings;
    }

    @Override
    public CatalogueView view(String event) {
        return () -> listings.get(event);
    }

    @Override
    public void apply(String event, CatalogueEvent happened, Instant at) {
        switch (happened) {
            case EventDrafted drafted -> listings.put(event, new Listing(Status.DRAFT, drafted.definition()));
            case EventPublished published -> listings.put(event, new Listing(Status.PUBLISHED, published.definition()));
            case EventClosed closed -> listings.put(event, new Listing(Status.CLOSED, closed.definition()));
            case EventEdited edited -> listings.put(event, edited.listing());
            case PerformanceMoved moved -> listings.put(event, moved.listing());
            case PerformanceCancelled cancelled -> listings.put(event, cancelled.listing());
            case CatalogueRefused refused -> {}
        }
    }
}
