package io.onsale.topologies.catalogue.domain;

import io.onsale.topologies.catalogue.domain.CatalogueCommand.CancelPerformance;
import io.onsale.topologies.catalogue.domain.CatalogueCommand.CloseEvent;
import io.onsale.topologies.catalogue.domain.CatalogueCommand.CreateEvent;
import io.onsale.topologies.catalogue.domain.CatalogueCommand.EditEvent;
import io.onsale.topologies.catalogue.domain.CatalogueCommand.MovePerformance;
import io.onsale.topologies.catalogue.domain.CatalogueCommand.PublishEvent;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.CatalogueRefused;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventClosed;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventDrafted;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventEdited;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventPublished;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.PerformanceCancelled;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.PerformanceMoved;
import io.onsale.topologies.kit.domain.Decider;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.Performance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which events there are, and where each is in its life. */
public final class CatalogueDecider implements Decider<CatalogueView, CatalogueCommand, CatalogueEvent> {

    private static final Refusal OVER = new Refusal(
            "invalid_event",
            "performances must have a date to come for the event to be published.",
            List.of("performances"));

    private static final Refusal TWIN = new Refusal(
            "invalid_event",
            "starts_at must not be that of another performance with the same label; label them apart first.",
            List.of("starts_at"));

    private final DefinitionRules rules = new DefinitionRules();
    private final EditRules edits = new EditRules();

    @Override
    public List<CatalogueEvent> due(CatalogueView view, CatalogueCommand command, Instant at) {
        return List.of(); // nothing here has a deadline: a sale opens by its definition
    }

    @Override
    public Decision<CatalogueEvent> decide(CatalogueView view, CatalogueCommand command, Instant at) {
        Listing listing = view.listing();
        return switch (command) {
            case CreateEvent create -> create(listing, create);
            case PublishEvent publish -> publish(listing, publish, at);
            case EditEvent edit -> edit(listing, edit, at);
            case MovePerformance move -> move(listing, move, at);
            case CancelPerformance cancel -> cancel(listing, cancel, at);
            case CloseEvent close -> close(listing, close);
        };
    }

    private Decision<CatalogueEvent> create(@Nullable Listing listing, CreateEvent create) {
        if (listing != null) {
            return refuse(
                    listing,
                    Refusal.of("wrong_status", "There is an event of this id already; give this one another."));
        }
        Refusal invalid = rules.judge(create.definition());
        return invalid == null ? Decision.of(new EventDrafted(create.definition())) : refuse(null, invalid);
    }

    private Decision<CatalogueEvent> publish(@Nullable Listing listing, PublishEvent publish, Instant at) {
        if (listing == null || !listing.belongsTo(publish.organizerId())) {
            return noSuchEventOfTheirs(listing);
        }
        EventPublished published = new EventPublished(listing.definition());
        return switch (listing.status()) {
            case DRAFT -> {
                Refusal why = unpublishable(listing, at);
                yield why == null ? Decision.of(published) : refuse(listing, why);
            }
            case PUBLISHED -> Decision.answer(published);
            case CLOSED -> refuse(listing, Refusal.of("wrong_status", "This event is closed; create another one."));
        };
    }

    /** Whoever drafts is not asked anew for what an edit keeps, so a draft is judged whole, as a new event is, when it is published. */
    private @Nullable Refusal unpublishable(Listing listing, Instant at) {
        Refusal invalid = rules.judge(listing.definition());
        if (invalid != null) {
            return invalid;
        }
        return listing.isToCome(at) ? null : OVER;
    }

    private Decision<CatalogueEvent> edit(@Nullable Listing listing, EditEvent edit, Instant at) {
        if (listing == null || !listing.belongsTo(edit.organizerId())) {
            return noSuchEventOfTheirs(listing);
        }
        if (!listing.definition().equals(edit.before())) {
            return refuse(
                    listing, Refusal.of("edited_meanwhile", "Somebody changed this event meanwhile; look again."));
        }
        Refusal why = rules.judge(edit.definition(), edit.before());
        if (why == null) {
            why = edits.judge(listing, edit.definition(), at);
        }
        return why == null
                ? Decision.of(new EventEdited(listing.definition(), listing.with(edit.definition())))
                : refuse(listing, why);
    }

    private static Decision<CatalogueEvent> move(@Nullable Listing listing, MovePerformance move, Instant at) {
        if (listing == null || !listing.heeds(move.by())) {
            return noSuchEventOfTheirs(listing);
        }
        Refusal why = DateRules.move(listing, move, at);
        Listing moved = listing.with(move.performanceId(), performance -> performance.at(move.startsAt()));
        if (why == null && moved.hasTwin(move.performanceId())) {
            why = TWIN;
        }
        if (why == null) {
            why = EntryRules.moved(listing.definition(), moved.definition());
        }
        return why != null ? refuse(listing, why) : Decision.of(new PerformanceMoved(move.performanceId(), moved));
    }

    private static Decision<CatalogueEvent> cancel(@Nullable Listing listing, CancelPerformance cancel, Instant at) {
        if (listing == null || !listing.heeds(cancel.by())) {
            return noSuchEventOfTheirs(listing);
        }
        Listing cancelled = listing.with(cancel.performanceId(), Performance::asCancelled);
        PerformanceCancelled told = new PerformanceCancelled(cancel.performanceId(), cancelled);
        if (listing.status() != Status.DRAFT && cancelled.equals(listing) && has(listing, cancel.performanceId())) {
            return Decision.answer(told);
        }
        Refusal why = listing.status() == Status.DRAFT
                ? Refusal.of(
                        "wrong_status", "This event was never published; take the performance out of it by an edit.")
                : DateRules.toCome(listing, cancel.performanceId(), at);
        return why == null ? Decision.of(told) : refuse(listing, why);
    }

    private static boolean has(Listing listing, String performanceId) {
        return listing.performance(performanceId).isPresent();
    }

    private static Decision<CatalogueEvent> close(@Nullable Listing listing, CloseEvent close) {
        if (listing == null || !listing.heeds(close.by())) {
            return noSuchEventOfTheirs(listing);
        }
        EventClosed closed = new EventClosed(listing.definition());
        return switch (listing.status()) {
            case DRAFT ->
                refuse(
                        listing,
                        Refusal.of("wrong_status", "This event was never published; there is nothing to close."));
            case PUBLISHED -> Decision.of(closed);
            case CLOSED -> Decision.answer(closed);
        };
    }

    /** Nothing is written down: anybody can think of any number of events, and knock at any that is another's. */
    private static Decision<CatalogueEvent> noSuchEventOfTheirs(@Nullable Listing listing) {
        Refusal why = listing == null
                ? Refusal.of("unknown_event", "There is no such event.")
                : Refusal.of("not_your_event", "This event is another organizer's.");
        return Decision.answer(new CatalogueRefused(why, listing));
    }

    private static Decision<CatalogueEvent> refuse(@Nullable Listing listing, Refusal why) {
        return Decision.of(new CatalogueRefused(why, listing));
    }
}
