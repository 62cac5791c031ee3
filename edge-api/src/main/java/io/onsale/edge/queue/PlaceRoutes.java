package io.onsale.edge.queue;

import com.fasterxml.jackson.databind.util.RawValue;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.QueueTokens.Place;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.Traces;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.routes.Refusals;
import io.onsale.edge.routes.Requests;
import io.onsale.edge.views.queue.QueueRoom;
import io.onsale.edge.views.queue.Standing;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.AdmissionEnded;
import io.onsale.schemas.admission.AdmissionReply;
import io.onsale.schemas.admission.FanLeft;
import io.onsale.schemas.admission.LeaveQueue;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a fan does with a place in line: look how it stands, follow it, give it up, and keep its receipt. */
final class PlaceRoutes implements Routes {
    private static final String LEAVE = "POST /api/queue/leave";
    private static final int MAX_ID = 128;
    private static final Duration CATCHING_UP = Duration.ofSeconds(1);

    private final PlaceTokens tokens;
    private final OwnPlaces own;
    private final Rooms rooms;
    private final PlaceJson json;
    private final SaleGlances sales;
    private final Arrivals arrivals;
    private final Receipts receipts;
    private final Commands commands;
    private final PlaceStreams streams;
    private final VersionHeaders versions;

    PlaceRoutes(
            PlaceTokens tokens,
            OwnPlaces own,
            Rooms rooms,
            PlaceJson json,
            SaleGlances sales,
            Arrivals arrivals,
            Receipts receipts,
            Commands commands,
            PlaceStreams streams,
            VersionHeaders versions) {
        this.tokens = tokens;
        this.own = own;
        this.rooms = rooms;
        this.json = json;
        this.sales = sales;
        this.arrivals = arrivals;
        this.receipts = receipts;
        this.commands = commands;
        this.streams = streams;
        this.versions = versions;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/queue/status", this::status);
        routes.get("/api/queue/stream", this::stream);
        routes.get("/api/queue/receipt", this::receipt);
        routes.post("/api/queue/leave", this::leave);
    }

    /** Whoever is signed in and did not join here gets the queue token too, with which everything else about the place goes. */
    private void status(Context ctx) {
        if (tokens.bringsAnother(ctx)) {
            Place place = own.requireOfQuery(ctx);
            Map<String, @Nullable Object> told = status(ctx, place);
            told.put("sequence", place.sequence());
            told.put("queue_token", tokens.mint(place));
            Json.answer(ctx, 200, told);
        } else {
            Json.answer(ctx, 200, status(ctx, place(ctx)));
        }
    }

    private Map<String, @Nullable Object> status(Context ctx, Place place) {
        QueueRoom room = rooms.room(place.eventId());
        Standing standing = standing(room, place);
        Optional<String> token = arrivals.token(place, standing, Traces.of(ctx));
        PlaceJson.Told now = json.now(room, place.sequence()).orElseThrow(() -> gone(room));
        Map<String, @Nullable Object> told = now.json();
        token.filter(it -> now.isAdmitted()).ifPresent(it -> told.put("admission_token", it));
        sales.of(place.eventId())
                .ifPresent(glance -> told.put("sale", new RawValue(new String(glance.json(), StandardCharsets.UTF_8))));
        return told;
    }

    private void stream(Context ctx) throws Exception {
        Place place = place(ctx);
        QueueRoom room = rooms.room(place.eventId());
        standing(room, place);
        // What a client saw at another edge is not taken back by this one, as far as it can help.
        rooms.sees(place.eventId(), lastSeen(ctx), CATCHING_UP);
        streams.follow(ctx, room, place);
    }

    /** What a client says that it has seen; an id that none of ours could be is as good as none. */
    private static long lastSeen(Context ctx) {
        String id = ctx.req().getHeader("Last-Event-ID");
        return id != null && id.matches("\\d{1,15}") ? Long.parseLong(id) : 0;
    }

    private void receipt(Context ctx) {
        Place place = place(ctx);
        QueueRoom room = rooms.room(place.eventId());
        Standing standing = standing(room, place);
        byte[] pseudonym = room.pseudonym(place.sequence()).orElseThrow();
        Json.answer(ctx, 200, receipts.withProof(room, place.sequence(), pseudonym, standing.joinedAt()));
    }

    private void leave(Context ctx) {
        String eventId = Bodies.object(ctx).text("event_id", 1, MAX_ID);
        Place place = tokens.require(ctx, eventId);
        LeaveQueue leave = new LeaveQueue(place.fanId(), place.sequence());
        AdmissionReply reply = commands.ask(
                Requests.plain(ctx, LEAVE, new Actor(ActorKind.FAN, place.fanId())),
                Exchange.ADMISSION,
                eventId,
                envelope -> new AdmissionCommand(envelope, leave));
        versions.answer(ctx, new Version(Version.Domain.ADMISSION, eventId, reply.getSequence()));
        switch (reply.getOutcome()) {
            case FanLeft left -> ctx.status(204);
            case AdmissionEnded ended -> ctx.status(204);
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    private static ProblemException gone(QueueRoom room) {
        return room.isForgotten() ? forgotten() : unknown();
    }

    private static ProblemException unknown() {
        return Problem.of(404, "unknown_place", "There is no such place in line: join again.")
                .toException();
    }

    private static ProblemException forgotten() {
        return Problem.of(
                        410,
                        "queue_forgotten",
                        "This queue has been over for more than a day, and its places are known no more. Its draw is still published, and with its roster it"
                                + " proves the receipt that you kept.")
                .toException();
    }

    private Place place(Context ctx) {
        return tokens.requireOfQuery(ctx);
    }

    private Standing standing(QueueRoom room, Place place) {
        rooms.awaitSeen(place.eventId(), place.seen());
        return room.standing(place.sequence()).orElseThrow(() -> gone(room));
    }
}
