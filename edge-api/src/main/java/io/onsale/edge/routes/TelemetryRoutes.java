package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Routes;
import io.onsale.edge.log.Commands;
import io.onsale.schemas.Topics;
import io.onsale.schemas.journeys.JourneyCommand;
import io.onsale.schemas.journeys.JourneyStep;
import io.onsale.schemas.journeys.ObservedStep;
import io.onsale.schemas.journeys.RecordSteps;
import io.onsale.schemas.privacy.Pseudonyms;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What pages report of the way people take through them. */
final class TelemetryRoutes implements Routes {

    private static final String TELEMETRY = "POST /api/telemetry";
    private static final int MAX_ID = 128;
    private static final int MAX_WORD = 32;
    private static final int MAX_STEPS = 100;
    private static final Set<String> CHANNELS = Set.of("web", "app", "partner");
    private static final Set<String> DEVICES = Set.of("desktop", "mobile", "phone", "tablet", "unknown");
    private static final String OTHER = "other";

    private final Callers callers;
    private final Commands commands;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    TelemetryRoutes(Callers callers, Commands commands, Pseudonyms pseudonyms, Clock clock) {
        this.callers = callers;
        this.commands = commands;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/telemetry", this::record);
    }

    private void record(Context ctx) {
        Optional<Caller> caller = callers.optional(ctx);
        Fields body = Bodies.object(ctx);
        String session = pseudonyms.session(body.text("session_id", 1, MAX_ID));
        List<ObservedStep> steps =
                body.objects("events", 1, MAX_STEPS).stream().map(this::step).toList();
        RecordSteps command = new RecordSteps(
                session,
                caller.map(Caller::accountId).orElse(null),
                word(body, "channel", CHANNELS, "web"),
                word(body, "device", DEVICES, "unknown"),
                steps);
        commands.tell(
                Requests.plain(ctx, TELEMETRY, caller.map(Caller::actor).orElseGet(Caller::anonymous)),
                Topics.JOURNEY_COMMANDS,
                session,
                envelope -> new JourneyCommand(envelope, command));
        Json.answer(ctx, 202, Map.of("accepted", steps.size(), "session", session));
    }

    /** One of few words, because anybody may send any, and funnels are told for each. */
    private static String word(Fields body, String name, Set<String> known, String usual) {
        String word = body.optionalText(name, MAX_WORD).orElse(usual).toLowerCase(Locale.ROOT);
        return known.contains(word) ? word : OTHER;
    }

    private ObservedStep step(Fields event) {
        return new ObservedStep(
                type(event),
                event.optionalText("event_id", MAX_ID).orElse(null),
                event.has("at") ? event.instant("at") : clock.instant());
    }

    private static JourneyStep type(Fields event) {
        try {
            return JourneyStep.valueOf(event.text("type", 1, MAX_WORD).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw event.invalid("type", "has to be visit, browse, event_detail, seat_selection or payment_details");
        }
    }
}
