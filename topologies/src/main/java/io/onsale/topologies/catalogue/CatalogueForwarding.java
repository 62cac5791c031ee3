package io.onsale.topologies.catalogue;

import io.onsale.schemas.Topics;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.SellShow;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.inventory.ChangeShow;
import io.onsale.schemas.inventory.CloseShow;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.OpenShow;
import io.onsale.schemas.inventory.StopPerformance;
import io.onsale.topologies.catalogue.domain.CatalogueEvent;
import io.onsale.topologies.catalogue.domain.Listing;
import io.onsale.topologies.catalogue.domain.Status;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.Consequence;
import io.onsale.topologies.show.ShowMapping;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.util.List;

/** What inventory and checkout are told of an event once it is public. */
record CatalogueForwarding(String key, EventEnvelope envelope) {

    List<Consequence> of(CatalogueEvent event) {
        return switch (event) {
            case CatalogueEvent.EventPublished published -> open(published.definition());
            case CatalogueEvent.EventEdited edited -> change(edited.listing());
            case CatalogueEvent.PerformanceMoved moved -> change(moved.listing());
            case CatalogueEvent.PerformanceCancelled cancelled -> stop(cancelled);
            case CatalogueEvent.EventClosed closed -> List.of(toInventory(new CloseShow()));
            case CatalogueEvent.EventDrafted drafted -> List.of();
            case CatalogueEvent.CatalogueRefused refused -> List.of();
        };
    }

    private List<Consequence> open(ShowDefinition definition) {
        return List.of(
                toInventory(new OpenShow(ShowMapping.toAvro(definition))),
                toCheckout(new SellShow(ShowMapping.toAvro(definition))));
    }

    private List<Consequence> change(Listing listing) {
        return listing.status() == Status.DRAFT
                ? List.of()
                : List.of(
                        toInventory(new ChangeShow(ShowMapping.toAvro(listing.definition()))),
                        toCheckout(new SellShow(ShowMapping.toAvro(listing.definition()))));
    }

    private List<Consequence> stop(CatalogueEvent.PerformanceCancelled cancelled) {
        String performance = cancelled.performanceId();
        return List.of(
                toInventory(new StopPerformance(performance)),
                toCheckout(new io.onsale.schemas.checkout.StopPerformance(performance)));
    }

    private Consequence toInventory(Object body) {
        InventoryCommand command = new InventoryCommand(CommonMapping.fromEvent(CatalogueIo.IO.name(), envelope), body);
        return new Consequence(Topics.INVENTORY_COMMANDS, key, command);
    }

    private Consequence toCheckout(Object body) {
        CheckoutCommand command = new CheckoutCommand(CommonMapping.fromEvent(CatalogueIo.IO.name(), envelope), body);
        return new Consequence(Topics.CHECKOUT_COMMANDS, key, command);
    }
}
