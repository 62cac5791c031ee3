package io.onsale.topologies.catalogue;

import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.catalogue.StoredListing;
import io.onsale.topologies.catalogue.domain.Listing;
import io.onsale.topologies.catalogue.domain.Status;
import io.onsale.topologies.kit.RowKind;
import io.onsale.topologies.show.ShowMapping;

/** Catalogue's only kind of row, and how it is kept. */
final class CatalogueRows {

    /** By event: its definition and where it is in its life. */
    static final RowKind<Listing> LISTINGS =
            RowKind.of('L', "listings", StoredListing.class, CatalogueRows::store, CatalogueRows::load);

    private CatalogueRows() {}

    private static StoredListing store(Listing listing) {
        return new StoredListing(
                EventStatus.valueOf(listing.status().name()), ShowMapping.toAvro(listing.definition()));
    }

    private static Listing load(StoredListing listing) {
        return new Listing(Status.valueOf(listing.getStatus().name()), ShowMapping.fromAvro(listing.getDefinition()));
    }
}
