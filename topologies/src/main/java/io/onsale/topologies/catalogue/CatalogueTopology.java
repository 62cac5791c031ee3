package io.onsale.topologies.catalogue;

import io.onsale.schemas.catalogue.CatalogueCommand;
import io.onsale.schemas.catalogue.CatalogueEvent;
import io.onsale.schemas.catalogue.CatalogueReply;
import io.onsale.topologies.catalogue.domain.CatalogueBooks;
import io.onsale.topologies.catalogue.domain.CatalogueDecider;
import io.onsale.topologies.catalogue.domain.CatalogueView;
import io.onsale.topologies.kit.Alarms;
import io.onsale.topologies.kit.DeciderIo;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.RowKind;
import io.onsale.topologies.kit.Tables;
import java.util.List;
import java.util.Optional;

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
    public List<RowKind<?>> rows() {
        return List.of(CatalogueRows.LISTINGS);
    }

    @Override
    public Opened<CatalogueCommand, CatalogueView, io.onsale.topologies.catalogue.domain.CatalogueEvent> open(
            Tables tables) {
        return new Opened<>(new CatalogueBooks(tables.of(CatalogueRows.LISTINGS)), Alarms.none(), List.of());
    }
}
