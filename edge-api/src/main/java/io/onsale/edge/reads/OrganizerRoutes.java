package io.onsale.edge.reads;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Routes;
import io.onsale.edge.views.catalogue.CatalogueView;
import io.onsale.edge.views.catalogue.Listing;
import io.onsale.edge.views.catalogue.Page;
import io.onsale.edge.views.orders.SalesView;
import io.onsale.edge.views.orders.Sold;
import io.onsale.edge.views.queue.QueueView;
import io.onsale.edge.views.seats.SeatsView;
import io.onsale.schemas.accounts.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an organizer has, drafts included, and what is sold of it. */
final class OrganizerRoutes implements Routes {
    private final CatalogueView catalogue;
    private final SeatsView seats;
    private final QueueView queues;
    private final SalesView sales;
    private final Events events;
    private final Callers callers;
    private final Clock clock;

    OrganizerRoutes(
            CatalogueView catalogue,
            SeatsView seats,
            QueueView queues,
            SalesView sales,
            Events events,
            Callers callers,
            Clock clock) {
        this.catalogue = catalogue;
        this.seats = seats;
        this.queues = queues;
        this.sales = sales;
        this.events = events;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/organizer/events", this::events);
        routes.get("/api/organizer/events/{event_id}/report", this::report);
    }

    private void events(Context ctx) {
        Caller caller = callers.require(ctx, Role.ORGANIZER);
        Instant now = clock.instant();
        Page page = catalogue.organizedBy(caller.accountId(), EventPages.after(ctx), EventPages.limit(ctx));
        Json.answer(
                ctx,
                200,
                EventPages.json(
                        page,
                        listing -> EventJson.organized(
                                listing, seats.show(listing.eventId()), queues.control(listing.eventId()), now)));
    }

    private void report(Context ctx) {
        Listing listing = events.run(ctx, callers.require(ctx, Role.ORGANIZER, Role.OPERATOR));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event_id", listing.eventId());
        json.put("currency", listing.definition().getCurrency());
        json.put(
                "performances",
                listing.definition().getPerformances().stream()
                        .map(each -> sold(listing.eventId(), each.getPerformanceId()))
                        .toList());
        ctx.header("Cache-Control", "no-store");
        Json.answer(ctx, 200, json);
    }

    private Map<String, Object> sold(String eventId, String performanceId) {
        Sold sold = sales.of(eventId, performanceId);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("performance_id", performanceId);
        json.put("orders", sold.orders());
        json.put("tickets", sold.tickets());
        json.put("paid", sold.paid());
        json.put("kept", sold.kept());
        return json;
    }
}
