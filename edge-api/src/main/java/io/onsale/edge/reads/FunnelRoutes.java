package io.onsale.edge.reads;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.Routes;
import io.onsale.edge.views.catalogue.Listing;
import io.onsale.schemas.accounts.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The funnel of an event, for its organizer, analysts and operators. */
final class FunnelRoutes implements Routes {
    private static final Logger log = LoggerFactory.getLogger(FunnelRoutes.class);
    private static final int LONGEST_ID = 128;
    static final Duration CLOCK_SKEW = Duration.ofMinutes(1);
    private static final List<String> DIMENSIONS = List.of("channel", "device");

    private final Events events;
    private final Callers callers;
    private final Optional<Funnel> funnel;
    private final Clock clock;

    FunnelRoutes(Events events, Callers callers, Optional<Funnel> funnel, Clock clock) {
        this.events = events;
        this.callers = callers;
        this.funnel = funnel;
        this.clock = clock;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/analytics/funnel", this::funnel);
    }

    private void funnel(Context ctx) {
        Caller caller = callers.require(ctx, Role.ORGANIZER, Role.ANALYST, Role.OPERATOR);
        Listing listing = events.visible(ctx, Params.required(ctx, "event_id", LONGEST_ID));
        if (caller.role() == Role.ORGANIZER && !Events.organizes(caller, listing)) {
            throw Problem.of(403, "not_your_event", "The funnel of an event is its organizer's.")
                    .toException();
        }
        Optional<String> by = Query.oneOf(ctx, "by", DIMENSIONS);
        Instant now = clock.instant();
        Instant from = Query.instant(ctx, "from").orElse(Instant.EPOCH);
        Instant to = Query.instant(ctx, "to").orElse(now.plus(CLOCK_SKEW));
        try {
            Json.answer(
                    ctx,
                    200,
                    answer(
                            funnel.orElseThrow(AnalyticsAwayException::notConfigured),
                            listing.eventId(),
                            by,
                            from,
                            to,
                            now));
        } catch (AnalyticsAwayException e) {
            log.atWarn().setCause(e).log("The funnel cannot be asked for");
            throw e.toProblem();
        }
    }

    private static Map<String, Object> answer(
            Funnel funnel, String eventId, Optional<String> by, Instant from, Instant to, Instant now)
            throws AnalyticsAwayException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event_id", eventId);
        if (by.isPresent()) {
            json.put("by", by.get());
            json.put("groups", funnel.stepsBy(by.get(), eventId, from, to));
        } else {
            json.put("steps", funnel.steps(eventId, from, to));
        }
        funnel.freshness(now).ifPresent(seconds -> json.put("freshness_seconds", seconds));
        return json;
    }
}
