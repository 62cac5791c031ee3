package io.onsale.topologies.catalogue;

import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.catalogue.StoredListing;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.topologies.catalogue.domain.Listing;
import io.onsale.topologies.catalogue.domain.Status;
import io.onsale.topologies.kit.MappedSerde;
import io.onsale.topologies.kit.TopologyAssembly;
import io.onsale.topologies.show.ShowMapping;
import java.util.List;
import org.apache.kafka.streams.state.StoreBuilder;

/** How catalogue's rows are kept. */
final class CatalogueStores {

    private CatalogueStores() {}

    static List<StoreBuilder<?>> builders(AvroSerdes serdes) {
        return List.of(TopologyAssembly.store(
                CatalogueIo.LISTINGS,
                MappedSerde.of(serdes.of(StoredListing.class), CatalogueStores::store, CatalogueStores::load)));
    }

    private static StoredListing store(Listing listing) {
        return new StoredListing(
                EventStatus.valueOf(listing.status().name()), ShowMapping.toAvro(listing.definition()));
    }

    private static Listing load(StoredListing listing) {
        return new Listing(Status.valueOf(listing.getStatus().name()), ShowMapping.fromAvro(listing.getDefinition()));
    }
}
