package io.onsale.topologies.catalogue;

import io.onsale.schemas.Topics;
import io.onsale.schemas.catalogue.CatalogueCommand;
import io.onsale.schemas.catalogue.CatalogueEvent;
import io.onsale.schemas.catalogue.CatalogueReply;
import io.onsale.topologies.kit.DeciderIo;
import java.util.List;
import java.util.Optional;

/** Catalogue's topics. */
final class CatalogueIo {

    static final DeciderIo<CatalogueCommand, CatalogueEvent, CatalogueReply> IO = new DeciderIo<>(
            "catalogue",
            "event",
            Topics.CATALOGUE_COMMANDS,
            Topics.CATALOGUE_EVENTS,
            Optional.of(Topics.CATALOGUE_REPLIES),
            List.of(
                    Topics.CATALOGUE_STATE,
                    Topics.INVENTORY_COMMANDS,
                    Topics.CHECKOUT_COMMANDS,
                    Topics.ADMISSION_COMMANDS),
            Topics.CATALOGUE_DEAD_LETTERS);

    private CatalogueIo() {}
}
