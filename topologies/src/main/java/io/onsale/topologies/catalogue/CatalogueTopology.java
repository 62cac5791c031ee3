package io.onsale.topologies.catalogue;

import io.onsale.schemas.catalogue.CatalogueCommand;
import io.onsale.schemas.catalogue.CatalogueEvent;
import io.onsale.schemas.catalogue.CatalogueReply;
import io.onsale.schemas.catalogue.StoredListing;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.topologies.catalogue.domain.CatalogueBooks;
import io.onsale.topologies.catalogue.domain.CatalogueDecider;
import io.onsale.topologies.catalogue.domain.CatalogueView;
import io.onsale.topologies.kit.Alarms;
import io.onsale.topologies.kit.DeciderIo;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.StateStores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.state.StoreBuilder;

/** Catalogue as a topology: the package's manual says what it decides. */
public final class CatalogueTopology
        implements DeciderTopology<
                CatalogueCommand,
                CatalogueEvent,
                CatalogueReply,
                CatalogueView,
                io.onsale.topologies.catalogue.domain.CatalogueCommand,
                io.onsale.topologies.catalogue.domain.CatalogueEvent> {

    private final CatalogueMapping mapping = new CatalogueMapping();

    @Override
    public DeciderIo<CatalogueCommand, CatalogueEvent, CatalogueReply> io() {
        return CatalogueIo.IO;
    }

    @Override
    public CatalogueMapping protocol() {
        return mapping;
    }

    @Override
    public Optional<CatalogueMapping> answers() {
        return Optional.of(mapping);
    }

    @Override
    public CatalogueDecider decider() {
        return new CatalogueDecider();
    }

    @Override
    public List<StoreBuilder<?>> stores(AvroSerdes serdes) {
        return CatalogueStores.builders(serdes);
    }

    @Override
    public Map<String, Class<? extends SpecificRecord>> storedRecords() {
        return Map.of(CatalogueIo.LISTINGS, StoredListing.class);
    }

    @Override
    public Opened<CatalogueCommand, CatalogueView, io.onsale.topologies.catalogue.domain.CatalogueEvent> open(
            StateStores stores) {
        return new Opened<>(new CatalogueBooks(stores.table(CatalogueIo.LISTINGS)), Alarms.none(), List.of());
    }
}
