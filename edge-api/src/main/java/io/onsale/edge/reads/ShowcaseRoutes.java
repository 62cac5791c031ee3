package io.onsale.edge.reads;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.Routes;
import io.onsale.edge.views.catalogue.Listing;
import io.onsale.edge.views.queue.QueueView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The event to show off and how far people come in it, for anyone. */
final class ShowcaseRoutes implements Routes {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Showcase showcase;
    private final QueueView queues;
    private final boolean isPublic;
    private final Optional<SharedFunnel> funnel;
    private final Clock clock;

    ShowcaseRoutes(Showcase showcase, QueueView queues, boolean isPublic, Optional<Funnel> funnel, Clock clock) {
        this.showcase = showcase;
        this.queues = queues;
        this.isPublic = isPublic;
        this.funnel = funnel.map(each -> new SharedFunnel(each, MOMENT));
        this.clock = clock;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/showcase", this::showcase);
        routes.get("/api/showcase/funnel", this::funnel);
    }

    private void showcase(Context ctx) {
        Instant now = clock.instant();
        Listing shown = shown(now);
        Json.answer(ctx, 200, EventJson.summary(shown, queues.control(shown.eventId()), now));
    }

    private void funnel(Context ctx) {
        if (!isPublic) {
            throw Problem.of(404, "not_shown", "This deployment shows no funnel to everybody.")
                    .toException();
        }
        Instant now = clock.instant();
        String eventId = shown(now).eventId();
        try {
            SharedFunnel shared = funnel.orElseThrow(AnalyticsAwayException::notConfigured);
            Json.answer(ctx, 200, shared.of(eventId, now));
            ctx.header("Cache-Control", "public, max-age=" + MOMENT.toSeconds());
        } catch (AnalyticsAwayException e) {
            throw e.toProblem();
        }
    }

    private Listing shown(Instant now) {
        return showcase.at(now)
                .orElseThrow(() -> Problem.of(404, "nothing_on_sale", "Nothing is on sale now.")
                        .toException());
    }
}
