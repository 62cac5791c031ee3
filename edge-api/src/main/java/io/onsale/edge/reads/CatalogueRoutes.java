package io.onsale.edge.reads;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.http.Etags;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.Version;
import io.onsale.edge.views.CheckoutView;
import io.onsale.edge.views.catalogue.CatalogueView;
import io.onsale.edge.views.catalogue.Listing;
import io.onsale.edge.views.catalogue.Page;
import io.onsale.edge.views.catalogue.Search;
import io.onsale.edge.views.queue.QueueRoom;
import io.onsale.edge.views.queue.QueueView;
import io.onsale.edge.views.seats.SeatsView;
import io.onsale.edge.views.seats.Show;
import io.onsale.schemas.catalogue.EventStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Events: a list, and one by itself. */
final class CatalogueRoutes implements Routes {
    private static final int LONGEST_SEARCH = 200;
    private static final int LONGEST_NAME = 64;
    private static final String LIST_MAY_BE_KEPT = "public, max-age=300, stale-while-revalidate=60";
    /** It says how many seats are left, which no cache may answer without asking here. */
    private static final String DETAIL_IS_ASKED_FOR = "no-cache";

    private final CatalogueView catalogue;
    private final SeatsView seats;
    private final QueueView queues;
    private final CheckoutView checkout;
    private final Events events;
    private final Clock clock;

    CatalogueRoutes(
            CatalogueView catalogue,
            SeatsView seats,
            QueueView queues,
            CheckoutView checkout,
            Events events,
            Clock clock) {
        this.catalogue = catalogue;
        this.seats = seats;
        this.queues = queues;
        this.checkout = checkout;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/events", this::list);
        routes.get("/api/events/{event_id}", this::detail);
    }

    private void list(Context ctx) {
        Instant now = clock.instant();
        Page page = catalogue.list(search(ctx, now), EventPages.after(ctx), EventPages.limit(ctx));
        Map<String, Object> json =
                EventPages.json(page, listing -> EventJson.summary(listing, queues.control(listing.eventId()), now));
        mayBeKept(ctx, LIST_MAY_BE_KEPT);
        if (!Etags.isKnown(ctx, hash(json))) {
            Json.answer(ctx, 200, json);
        }
    }

    private static Search search(Context ctx, Instant now) {
        List<String> words = Params.optional(ctx, "q", LONGEST_SEARCH)
                .map(text -> Arrays.stream(text.split("\\s+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList())
                .orElse(List.of());
        return new Search(
                words,
                Params.optional(ctx, "category", LONGEST_NAME),
                Params.optional(ctx, "region", LONGEST_NAME),
                Query.instant(ctx, "from").orElse(now),
                Query.instant(ctx, "to"));
    }

    private void detail(Context ctx) {
        Instant now = clock.instant();
        Listing listing = events.inPath(ctx);
        Optional<Show> show = seats.show(listing.eventId());
        if (listing.status() != EventStatus.DRAFT) {
            mayBeKept(ctx, DETAIL_IS_ASKED_FOR);
        }
        String event = listing.eventId();
        Optional<QueueRoom.Control> line = queues.control(event);
        String tag = listing.sequence() + "-" + show.map(Show::version).orElse(0L) + "-"
                + checkout.progress().of(event) + "-" + EventJson.status(listing, now)
                + line.map(control -> "-" + control.state() + "-" + control.joinable())
                        .orElse("");
        if (!Etags.isKnown(ctx, tag)) {
            Json.answer(
                    ctx,
                    200,
                    EventJson.detail(
                            listing, show, line, code -> checkout.concessions().tickets(event, code), now));
        }
    }

    private static void mayBeKept(Context ctx, String howLong) {
        ctx.header("Cache-Control", howLong);
        ctx.header("Vary", Version.HEADER);
    }

    private static String hash(Map<String, Object> json) {
        return UUID.nameUUIDFromBytes(Json.bytes(json)).toString();
    }
}
