package io.onsale.topologies.catalogue;

import io.onsale.schemas.Topics;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.ChangeRoom;
import io.onsale.schemas.admission.CloseRoom;
import io.onsale.schemas.admission.OpenRoom;
import io.onsale.schemas.admission.Room;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What inventory, checkout and admission are told of an event once it is public. */
record CatalogueForwarding(String key, EventEnvelope envelope) {

    List<Consequence> of(CatalogueEvent event) {
        return switch (event) {
            case CatalogueEvent.EventPublished published -> open(published.definition());
            case CatalogueEvent.EventEdited edited -> edit(edited);
            case CatalogueEvent.PerformanceMoved moved -> move(moved.listing());
            case CatalogueEvent.PerformanceCancelled cancelled -> stop(cancelled);
            case CatalogueEvent.EventClosed closed -> close(closed.definition());
            case CatalogueEvent.EventDrafted drafted -> List.of();
            case CatalogueEvent.CatalogueRefused refused -> List.of();
        };
    }

    private List<Consequence> open(ShowDefinition definition) {
        List<Consequence> told = new ArrayList<>();
        told.add(toInventory(new OpenShow(ShowMapping.toAvro(definition))));
        told.add(toCheckout(new SellShow(ShowMapping.toAvro(definition))));
        RoomMapping.room(definition).ifPresent(room -> told.add(toAdmission(new OpenRoom(room))));
        return told;
    }

    private List<Consequence> edit(CatalogueEvent.EventEdited edited) {
        List<Consequence> told = new ArrayList<>(change(edited.listing()));
        if (edited.listing().status() != Status.DRAFT) {
            changedRoom(edited).ifPresent(command -> told.add(toAdmission(command)));
        }
        return told;
    }

    /** The sale may end with another performance than before, or at another instant. */
    private List<Consequence> move(Listing listing) {
        List<Consequence> told = new ArrayList<>(change(listing));
        if (listing.status() != Status.DRAFT) {
            RoomMapping.room(listing.definition()).ifPresent(room -> told.add(toAdmission(new ChangeRoom(room))));
        }
        return told;
    }

    /** Nothing where the room stays as it is: how many it lets in may have been changed at the room itself. */
    private static Optional<Object> changedRoom(CatalogueEvent.EventEdited edited) {
        Optional<Room> before = RoomMapping.room(edited.before());
        Optional<Room> after = RoomMapping.room(edited.listing().definition());
        if (after.equals(before)) {
            return Optional.empty();
        }
        return after.map(room -> before.isEmpty() ? new OpenRoom(room) : new ChangeRoom(room));
    }

    private List<Consequence> close(ShowDefinition definition) {
        Consequence closed = toInventory(new CloseShow());
        return definition.waitingRoom() == null ? List.of(closed) : List.of(closed, toAdmission(new CloseRoom()));
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

    private Consequence toAdmission(Object body) {
        AdmissionCommand command = new AdmissionCommand(CommonMapping.fromEvent(CatalogueIo.IO.name(), envelope), body);
        return new Consequence(Topics.ADMISSION_COMMANDS, key, command);
    }

    private Consequence toCheckout(Object body) {
        CheckoutCommand command = new CheckoutCommand(CommonMapping.fromEvent(CatalogueIo.IO.name(), envelope), body);
        return new Consequence(Topics.CHECKOUT_COMMANDS, key, command);
    }
}
