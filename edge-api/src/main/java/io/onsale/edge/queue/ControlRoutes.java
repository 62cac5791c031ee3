package io.onsale.edge.queue;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.routes.Refusals;
import io.onsale.edge.routes.Requests;
import io.onsale.edge.views.queue.QueueRoom;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.AdmissionReply;
import io.onsale.schemas.admission.BeaconPublished;
import io.onsale.schemas.admission.ControlRoom;
import io.onsale.schemas.admission.FanRated;
import io.onsale.schemas.admission.PublishBeacon;
import io.onsale.schemas.admission.RateFan;
import io.onsale.schemas.admission.RoomControlled;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.admission.Tier;
import io.onsale.schemas.common.Refusal;
import io.onsale.waiting.BeaconRound;
import io.onsale.waiting.PaceBounds;
import io.onsale.waiting.ScoreInputs;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the organizer of an event, or an operator, sees of its waiting room and does with it. */
final class ControlRoutes implements Routes {
    private static final String CONTROL = "PUT /api/queue/{event_id}/control";
    private static final String RATE = "PUT /api/queue/{event_id}/fans/{user_id}";
    private static final String BEACON = "POST /api/queue/{event_id}/beacon";
    private static final int MAX_ID = 256;
    private static final int MAX_REASON = 200;
    private static final int MAX_WORD = 16;
    private static final int BEACON_DIGITS = 2 * BeaconRound.VALUE_BYTES;
    private static final Pattern BEACON_VALUE = Pattern.compile("[0-9a-fA-F]{" + BEACON_DIGITS + "}");
    private static final Duration SEEN = Duration.ofMillis(500);

    private final Callers callers;
    private final Rooms rooms;
    private final Commands commands;
    private final VersionHeaders versions;
    private final Clock clock;

    ControlRoutes(Callers callers, Rooms rooms, Commands commands, VersionHeaders versions, Clock clock) {
        this.callers = callers;
        this.rooms = rooms;
        this.commands = commands;
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/queue/{event_id}/control", this::show);
        routes.put("/api/queue/{event_id}/control", this::control);
        routes.put("/api/queue/{event_id}/fans/{user_id}", this::rate);
        routes.post("/api/queue/{event_id}/beacon", this::beacon);
    }

    private void show(Context ctx) {
        Caller caller = callers.require(ctx, Role.ORGANIZER, Role.OPERATOR);
        String eventId = Params.id(ctx, "event_id");
        rooms.run(caller, eventId);
        answer(ctx, eventId);
    }

    private void control(Context ctx) {
        Caller caller = callers.require(ctx, Role.ORGANIZER, Role.OPERATOR);
        String eventId = Params.id(ctx, "event_id");
        Fields body = Bodies.object(ctx);
        ControlRoom control = ControlRoom.newBuilder()
                .setOrganizerId(organizer(caller))
                .setMaxConcurrent(number(body, "max_concurrent", 0, PaceBounds.MOST_CONCURRENT))
                .setAdmitPerSecond(number(body, "admit_per_second", 1, PaceBounds.MOST_PER_SECOND))
                .setState(state(body))
                .setPaused(body.has("paused") ? body.flag("paused") : null)
                .build();
        body.refuseOthers();
        if (changesNothing(control)) {
            throw body.missingAny("max_concurrent", "admit_per_second", "state", "paused");
        }
        rooms.run(caller, eventId);
        AdmissionReply reply = ask(ctx, caller, CONTROL, eventId, control);
        switch (reply.getOutcome()) {
            case RoomControlled controlled -> answer(ctx, eventId);
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    private static boolean changesNothing(ControlRoom control) {
        return control.getMaxConcurrent() == null
                && control.getAdmitPerSecond() == null
                && control.getState() == null
                && control.getPaused() == null;
    }

    private void rate(Context ctx) {
        Caller caller = callers.require(ctx, Role.ORGANIZER, Role.OPERATOR);
        String eventId = Params.id(ctx, "event_id");
        String fanId = fanId(ctx);
        Fields body = Bodies.object(ctx);
        String reason = body.text("reason", 1, MAX_REASON);
        if (!body.has("tier") && !body.has("bot_score")) {
            throw body.missingAny("bot_score", "tier");
        }
        RateFan rate = RateFan.newBuilder()
                .setOrganizerId(organizer(caller))
                .setFanId(fanId)
                .setTier(tier(body))
                .setSuspicion(
                        body.has("bot_score")
                                ? (int) Math.round(body.decimal("bot_score", 0, 1) * ScoreInputs.SURE)
                                : null)
                .setReason(reason)
                .build();
        body.refuseOthers();
        rooms.run(caller, eventId);
        AdmissionReply reply = ask(ctx, caller, RATE, eventId, rate);
        switch (reply.getOutcome()) {
            case FanRated rated -> Json.answer(ctx, 200, rating(rated));
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    private static String fanId(Context ctx) {
        String id = ctx.pathParam("user_id");
        if (id.length() > MAX_ID) {
            throw Problem.of(404, "unknown_account", "No account has such an id.")
                    .toException();
        }
        return id;
    }

    private static Map<String, Object> rating(FanRated rated) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("user_id", rated.getFanId());
        json.put("tier", Words.of(rated.getTier()));
        json.put("bot_score", rated.getSuspicion() / (double) ScoreInputs.SURE);
        json.put("reason", rated.getReason());
        json.put("moved_to_end", rated.getMoved() != null);
        return json;
    }

    private void beacon(Context ctx) {
        Caller caller = callers.require(ctx, Role.ORGANIZER, Role.OPERATOR);
        String eventId = Params.id(ctx, "event_id");
        Fields body = Bodies.object(ctx);
        long round = body.number("round", 0, Long.MAX_VALUE);
        String value = body.text("value", 1, 1_024);
        if (!BEACON_VALUE.matcher(value).matches()) {
            throw body.invalid("value", "has to be the round's randomness, " + BEACON_DIGITS + " hex digits");
        }
        body.refuseOthers();
        rooms.run(caller, eventId);
        PublishBeacon publish = new PublishBeacon(
                organizer(caller), round, ByteBuffer.wrap(HexFormat.of().parseHex(value)));
        AdmissionReply reply = ask(ctx, caller, BEACON, eventId, publish);
        switch (reply.getOutcome()) {
            case BeaconPublished published ->
                Json.answer(ctx, 200, Map.of("round", published.getRound(), "value", value.toLowerCase(Locale.ROOT)));
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    private AdmissionReply ask(Context ctx, Caller caller, String route, String eventId, Object command) {
        AdmissionReply reply = commands.ask(
                Requests.plain(ctx, route, caller.actor()),
                Exchange.ADMISSION,
                eventId,
                envelope -> new AdmissionCommand(envelope, command));
        versions.answer(ctx, new Version(Version.Domain.ADMISSION, eventId, reply.getSequence()));
        // Whoever changes something wants to see it changed; where that takes longer the version in the answer helps.
        rooms.sees(eventId, reply.getSequence(), SEEN);
        return reply;
    }

    private void answer(Context ctx, String eventId) {
        QueueRoom room = rooms.room(eventId);
        Json.answer(ctx, 200, ControlJson.of(room, clock.instant()));
    }

    private static @Nullable String organizer(Caller caller) {
        return caller.role() == Role.OPERATOR ? null : caller.accountId();
    }

    private static @Nullable Integer number(Fields body, String name, int min, int max) {
        return body.has(name) ? (int) body.number(name, min, max) : null;
    }

    private static @Nullable RoomState state(Fields body) {
        if (!body.has("state")) {
            return null;
        }
        if (body.has("paused")) {
            throw body.invalid("paused", "has to be left out where state is given");
        }
        return switch (body.text("state", 1, MAX_WORD)) {
            case "open" -> RoomState.OPEN;
            case "paused" -> RoomState.PAUSED;
            case "draining" -> RoomState.DRAINING;
            case "closed" -> RoomState.CLOSED;
            default -> throw body.invalid("state", "has to be open, paused, draining or closed");
        };
    }

    private static @Nullable Tier tier(Fields body) {
        if (!body.has("tier")) {
            return null;
        }
        return switch (body.text("tier", 1, MAX_WORD)) {
            case "none" -> Tier.NONE;
            case "silver" -> Tier.SILVER;
            case "gold" -> Tier.GOLD;
            case "platinum" -> Tier.PLATINUM;
            default -> throw body.invalid("tier", "has to be none, silver, gold or platinum");
        };
    }
}
