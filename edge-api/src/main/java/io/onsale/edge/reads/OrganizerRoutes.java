package io.onsale.edge.reads;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Routes;
import io.onsale.edge.views.catalogue.CatalogueView;
import io.onsale.edge.views.catalogue.Page;
import io.onsale.edge.views.seats.SeatsView;
import io.onsale.schemas.accounts.Role;
import java.time.Clock;
import java.time.Instant;

/** What an organizer has, drafts included. */
final class OrganizerRoutes implements Routes {
    private final CatalogueView catalogue;
    private final SeatsView seats;
    private final Callers callers;
    private final Clock clock;

    OrganizerRoutes(CatalogueView catalogue, SeatsView seats, Callers callers, Clock clock) {
        this.catalogue = catalogue;
        this.seats = seats;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/organizer/events", this::events);
    }

    private void events(Context ctx) {
        Caller caller = callers.require(ctx, Role.ORGANIZER);
        Instant now = clock.instant();
        Page page = catalogue.organizedBy(caller.accountId(), EventPages.after(ctx), EventPages.limit(ctx));
        Json.answer(
                ctx,
                200,
                EventPages.json(page, listing -> EventJson.organized(listing, seats.show(listing.eventId()), now)));
    }
}
