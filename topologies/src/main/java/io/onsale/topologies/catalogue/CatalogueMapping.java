package io.onsale.topologies.catalogue;

import io.onsale.schemas.Topics;
import io.onsale.schemas.catalogue.CatalogueRefused;
import io.onsale.schemas.catalogue.CatalogueReply;
import io.onsale.schemas.catalogue.CatalogueState;
import io.onsale.schemas.catalogue.CloseEvent;
import io.onsale.schemas.catalogue.CreateEvent;
import io.onsale.schemas.catalogue.EventAccepted;
import io.onsale.schemas.catalogue.EventClosed;
import io.onsale.schemas.catalogue.EventDrafted;
import io.onsale.schemas.catalogue.EventPublished;
import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.catalogue.PublishEvent;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.inventory.CloseShow;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.OpenShow;
import io.onsale.topologies.catalogue.domain.CatalogueCommand;
import io.onsale.topologies.catalogue.domain.CatalogueEvent;
import io.onsale.topologies.catalogue.domain.Listing;
import io.onsale.topologies.catalogue.domain.Status;
import io.onsale.topologies.kit.Answers;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.Consequence;
import io.onsale.topologies.kit.Protocol;
import io.onsale.topologies.show.ShowMapping;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Catalogue's records between Avro and the domain. */
final class CatalogueMapping
        implements Protocol<
                        io.onsale.schemas.catalogue.CatalogueCommand,
                        io.onsale.schemas.catalogue.CatalogueEvent,
                        CatalogueCommand,
                        CatalogueEvent>,
                Answers<CatalogueReply, CatalogueEvent> {

    @Override
    public CommandEnvelope envelope(io.onsale.schemas.catalogue.CatalogueCommand command) {
        return command.getEnvelope();
    }

    @Override
    public CatalogueCommand command(io.onsale.schemas.catalogue.CatalogueCommand command) {
        return switch (command.getBody()) {
            case CreateEvent create -> new CatalogueCommand.CreateEvent(ShowMapping.fromAvro(create.getDefinition()));
            case PublishEvent publish -> new CatalogueCommand.PublishEvent(publish.getOrganizerId());
            case CloseEvent close -> new CatalogueCommand.CloseEvent(close.getOrganizerId());
            case Object other -> throw CommonMapping.unknown(other);
        };
    }

    @Override
    public io.onsale.schemas.catalogue.CatalogueEvent event(EventEnvelope envelope, CatalogueEvent event) {
        return new io.onsale.schemas.catalogue.CatalogueEvent(envelope, body(event));
    }

    @Override
    public List<Consequence> consequences(String key, CatalogueEvent event, EventEnvelope envelope) {
        return Stream.concat(state(key, event, envelope).stream(), toInventory(key, event, envelope).stream())
                .toList();
    }

    /** After a refusal too: whoever waits until it has seen the key's last event looks at the state's number. */
    private static List<Consequence> state(String key, CatalogueEvent event, EventEnvelope envelope) {
        Listing listing = listing(event);
        return listing == null
                ? List.of()
                : List.of(new Consequence(
                        Topics.CATALOGUE_STATE,
                        key,
                        new CatalogueState(
                                status(listing.status()),
                                ShowMapping.toAvro(listing.definition()),
                                envelope.getSequence())));
    }

    private static List<Consequence> toInventory(String key, CatalogueEvent event, EventEnvelope envelope) {
        return switch (event) {
            case CatalogueEvent.EventPublished published ->
                tell(key, new OpenShow(ShowMapping.toAvro(published.definition())), envelope);
            case CatalogueEvent.EventClosed closed -> tell(key, new CloseShow(), envelope);
            case CatalogueEvent.EventDrafted drafted -> List.of();
            case CatalogueEvent.CatalogueRefused refused -> List.of();
        };
    }

    private static List<Consequence> tell(String key, Object body, EventEnvelope envelope) {
        InventoryCommand command = new InventoryCommand(CommonMapping.fromEvent(CatalogueIo.IO.name(), envelope), body);
        return List.of(new Consequence(Topics.INVENTORY_COMMANDS, key, command));
    }

    private static @Nullable Listing listing(CatalogueEvent event) {
        return switch (event) {
            case CatalogueEvent.EventDrafted drafted -> new Listing(Status.DRAFT, drafted.definition());
            case CatalogueEvent.EventPublished published -> new Listing(Status.PUBLISHED, published.definition());
            case CatalogueEvent.EventClosed closed -> new Listing(Status.CLOSED, closed.definition());
            case CatalogueEvent.CatalogueRefused refused -> refused.current();
        };
    }

    @Override
    public Object outcome(CatalogueEvent answer) {
        return switch (answer) {
            case CatalogueEvent.CatalogueRefused refused -> CommonMapping.toAvro(refused.refusal());
            case CatalogueEvent.EventDrafted drafted ->
                new EventAccepted(EventStatus.DRAFT, ShowMapping.toAvro(drafted.definition()));
            case CatalogueEvent.EventPublished published ->
                new EventAccepted(EventStatus.PUBLISHED, ShowMapping.toAvro(published.definition()));
            case CatalogueEvent.EventClosed closed ->
                new EventAccepted(EventStatus.CLOSED, ShowMapping.toAvro(closed.definition()));
        };
    }

    @Override
    public Object outcome(CatalogueReply reply) {
        return reply.getOutcome();
    }

    @Override
    public CatalogueReply reply(String commandId, long sequence, boolean replayed, Object outcome) {
        return new CatalogueReply(commandId, sequence, replayed, outcome);
    }

    private static Object body(CatalogueEvent event) {
        return switch (event) {
            case CatalogueEvent.EventDrafted drafted -> new EventDrafted(ShowMapping.toAvro(drafted.definition()));
            case CatalogueEvent.EventPublished published ->
                new EventPublished(ShowMapping.toAvro(published.definition()));
            case CatalogueEvent.EventClosed closed ->
                new EventClosed(closed.definition().billing().organizerId());
            case CatalogueEvent.CatalogueRefused refused ->
                new CatalogueRefused(CommonMapping.toAvro(refused.refusal()));
        };
    }

    private static EventStatus status(Status status) {
        return EventStatus.valueOf(status.name());
    }
}
