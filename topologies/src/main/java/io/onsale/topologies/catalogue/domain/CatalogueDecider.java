package io.onsale.topologies.catalogue.domain;

import io.onsale.topologies.catalogue.domain.CatalogueCommand.CloseEvent;
import io.onsale.topologies.catalogue.domain.CatalogueCommand.CreateEvent;
import io.onsale.topologies.catalogue.domain.CatalogueCommand.PublishEvent;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.CatalogueRefused;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventClosed;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventDrafted;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventPublished;
import io.onsale.topologies.kit.domain.Decider;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which events there are, and where each is in its life. */
public final class CatalogueDecider implements Decider<CatalogueView, CatalogueCommand, CatalogueEvent> {

    private final DefinitionRules rules = new DefinitionRules();

    @Override
    public List<CatalogueEvent> due(CatalogueView view, CatalogueCommand command, Instant at) {
        return List.of(); // nothing here has a deadline: a sale opens by its definition
    }

    @Override
    public Decision<CatalogueEvent> decide(CatalogueView view, CatalogueCommand command, Instant at) {
        Listing listing = view.listing();
        return switch (command) {
            case CreateEvent create -> create(listing, create);
            case PublishEvent publish -> publish(listing, publish);
            case CloseEvent close -> close(listing, close);
        };
    }

    private Decision<CatalogueEvent> create(@Nullable Listing listing, CreateEvent create) {
        if (listing != null) {
            return refuse(listing, Refusal.of("wrong_status", "There is an event of this id already."));
        }
        Refusal invalid = rules.judge(create.definition());
        return invalid == null ? Decision.of(new EventDrafted(create.definition())) : refuse(null, invalid);
    }

    private static Decision<CatalogueEvent> publish(@Nullable Listing listing, PublishEvent publish) {
        if (listing == null || !listing.belongsTo(publish.organizerId())) {
            return noSuchEventOfTheirs(listing);
        }
        EventPublished published = new EventPublished(listing.definition());
        return switch (listing.status()) {
            case DRAFT -> Decision.of(published);
            case PUBLISHED -> Decision.answer(published);
            case CLOSED -> refuse(listing, Refusal.of("wrong_status", "This event is closed."));
        };
    }

    private static Decision<CatalogueEvent> close(@Nullable Listing listing, CloseEvent close) {
        if (listing == null || !listing.belongsTo(close.organizerId())) {
            return noSuchEventOfTheirs(listing);
        }
        EventClosed closed = new EventClosed(listing.definition());
        return switch (listing.status()) {
            case DRAFT -> refuse(listing, Refusal.of("wrong_status", "This event was never published."));
            case PUBLISHED -> Decision.of(closed);
            case CLOSED -> Decision.answer(closed);
        };
    }

    private static Decision<CatalogueEvent> noSuchEventOfTheirs(@Nullable Listing listing) {
        return listing == null
                ? refuse(null, Refusal.of("unknown_event", "There is no such event."))
                : refuse(listing, Refusal.of("not_your_event", "This event is another organizer's."));
    }

    private static Decision<CatalogueEvent> refuse(@Nullable Listing listing, Refusal why) {
        return Decision.of(new CatalogueRefused(why, listing));
    }
}
