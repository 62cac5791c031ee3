package io.onsale.topologies.catalogue;

import io.onsale.schemas.Topics;
import io.onsale.schemas.catalogue.CancelPerformance;
import io.onsale.schemas.catalogue.CatalogueRefused;
import io.onsale.schemas.catalogue.CatalogueReply;
import io.onsale.schemas.catalogue.CatalogueState;
import io.onsale.schemas.catalogue.CloseEvent;
import io.onsale.schemas.catalogue.CreateEvent;
import io.onsale.schemas.catalogue.EditEvent;
import io.onsale.schemas.catalogue.EventAccepted;
import io.onsale.schemas.catalogue.EventClosed;
import io.onsale.schemas.catalogue.EventDrafted;
import io.onsale.schemas.catalogue.EventEdited;
import io.onsale.schemas.catalogue.EventPublished;
import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.catalogue.MovePerformance;
import io.onsale.schemas.catalogue.PerformanceCancelled;
import io.onsale.schemas.catalogue.PerformanceMoved;
import io.onsale.schemas.catalogue.PublishEvent;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.topologies.catalogue.domain.Asker;
import io.onsale.topologies.catalogue.domain.CatalogueCommand;
import io.onsale.topologies.catalogue.domain.CatalogueEvent;
import io.onsale.topologies.catalogue.domain.Listing;
import io.onsale.topologies.catalogue.domain.Status;
import io.onsale.topologies.kit.Answers;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.Consequence;
import io.onsale.topologies.kit.Protocol;
import io.onsale.topologies.show.ShowMapping;
import java.util.ArrayList;
import java.util.List;
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
            case CloseEvent close -> new CatalogueCommand.CloseEvent(by(command, close.getOrganizerId()));
            case EditEvent edit ->
                new CatalogueCommand.EditEvent(
                        edit.getOrganizerId(),
                        ShowMapping.fromAvro(edit.getBefore()),
                        ShowMapping.fromAvro(edit.getDefinition()));
            case MovePerformance move ->
                new CatalogueCommand.MovePerformance(
                        by(command, move.getOrganizerId()), move.getPerformanceId(), move.getStartsAt());
            case CancelPerformance cancel ->
                new CatalogueCommand.CancelPerformance(by(command, cancel.getOrganizerId()), cancel.getPerformanceId());
            case Object other -> throw CommonMapping.unknown(other);
        };
    }

    private static Asker by(io.onsale.schemas.catalogue.CatalogueCommand command, String id) {
        return new Asker(id, command.getEnvelope().getActor().getKind() == ActorKind.OPERATOR);
    }

    @Override
    public io.onsale.schemas.catalogue.CatalogueEvent event(EventEnvelope envelope, CatalogueEvent event) {
        return new io.onsale.schemas.catalogue.CatalogueEvent(envelope, body(event));
    }

    @Override
    public List<Consequence> consequences(String key, CatalogueEvent event, EventEnvelope envelope) {
        List<Consequence> all = new ArrayList<>(state(key, event, envelope));
        all.addAll(new CatalogueForwarding(key, envelope).of(event));
        return all;
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

    private static @Nullable Listing listing(CatalogueEvent event) {
        return switch (event) {
            case CatalogueEvent.EventDrafted drafted -> new Listing(Status.DRAFT, drafted.definition());
            case CatalogueEvent.EventPublished published -> new Listing(Status.PUBLISHED, published.definition());
            case CatalogueEvent.EventClosed closed -> new Listing(Status.CLOSED, closed.definition());
            case CatalogueEvent.EventEdited edited -> edited.listing();
            case CatalogueEvent.PerformanceMoved moved -> moved.listing();
            case CatalogueEvent.PerformanceCancelled cancelled -> cancelled.listing();
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
            case CatalogueEvent.EventEdited edited -> accepted(edited.listing());
            case CatalogueEvent.PerformanceMoved moved -> accepted(moved.listing());
            case CatalogueEvent.PerformanceCancelled cancelled -> accepted(cancelled.listing());
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
            case CatalogueEvent.EventEdited edited ->
                new EventEdited(ShowMapping.toAvro(edited.listing().definition()));
            case CatalogueEvent.PerformanceMoved moved ->
                new PerformanceMoved(
                        moved.performanceId(),
                        ShowMapping.toAvro(moved.listing().definition()));
            case CatalogueEvent.PerformanceCancelled cancelled ->
                new PerformanceCancelled(
                        cancelled.performanceId(),
                        ShowMapping.toAvro(cancelled.listing().definition()));
            case CatalogueEvent.CatalogueRefused refused ->
                new CatalogueRefused(CommonMapping.toAvro(refused.refusal()));
        };
    }

    private static EventAccepted accepted(Listing listing) {
        return new EventAccepted(status(listing.status()), ShowMapping.toAvro(listing.definition()));
    }

    private static EventStatus status(Status status) {
        return EventStatus.valueOf(status.name());
    }
}
