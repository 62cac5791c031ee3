package io.onsale.topologies.catalogue.domain;

import org.jspecify.annotations.Nullable;

/** What the decider may see of one event. */
@FunctionalInterface
public interface CatalogueView {

    /** The event as it stands, or null where there is none. */
    @Nullable
    Listing listing();
}
