package io.onsale.edge.queue;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.auth.QueueTokens;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.Traces;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.log.Commands;
import io.onsale.edge.queue.JoinBatches.Joined;
import io.onsale.edge.routes.Refusals;
import io.onsale.edge.views.queue.QueueRoom;
import io.onsale.schemas.admission.Cohort;
import io.onsale.schemas.admission.Join;
import io.onsale.schemas.admission.JoinAnswer;
import io.onsale.schemas.admission.JoinedPlace;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.common.Refusal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Joining a line. */
final class JoinRoutes implements Routes {
    private static final int MAX_ID = 128;
    /** So long the answer waits for the position; without it the place is as good, and the status tells. */
    private static final Duration POSITION = Duration.ofMillis(250);

    private final Callers callers;
    private final Rooms rooms;
    private final Doorkeeper doorkeeper;
    private final JoinBatches batches;
    private final PastPurchases purchases;
    private final PlaceDigests digests;
    private final QueueTokens tokens;
    private final PlaceJson json;
    private final Receipts receipts;
    private final VersionHeaders versions;

    JoinRoutes(
            Callers callers,
            Rooms rooms,
            Doorkeeper doorkeeper,
            JoinBatches batches,
            PastPurchases purchases,
            PlaceDigests digests,
            QueueTokens tokens,
            PlaceJson json,
            Receipts receipts,
            VersionHeaders versions) {
        this.callers = callers;
        this.rooms = rooms;
        this.doorkeeper = doorkeeper;
        this.batches = batches;
        this.purchases = purchases;
        this.digests = digests;
        this.tokens = tokens;
        this.json = json;
        this.receipts = receipts;
        this.versions = versions;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/queue/join", this::join);
    }

    private void join(Context ctx) {
        Caller caller = callers.requireBuyer(ctx);
        String key = Params.idempotencyKey(ctx);
        Fields body = Bodies.object(ctx);
        String eventId = body.text("event_id", 1, MAX_ID);
        EventDefinition event = rooms.event(eventId);
        ByteBuffer request = digests.request(caller.accountId(), key);
        Doorkeeper.Visitor visitor = doorkeeper.letPass(ctx, caller, eventId, event, request, body);
        Join join = Join.newBuilder()
                .setFanId(caller.accountId())
                .setRequest(request)
                .setPurchases(purchases.of(caller.accountId(), event.getOrganizerId()))
                .setAddress(digests.address(eventId, visitor.address()))
                .setDevice(visitor.device()
                        .map(device -> digests.device(eventId, device))
                        .orElse(0L))
                .setPerson(person(caller, eventId, event))
                .build();
        answer(ctx, caller, eventId, Commands.await(batches.join(eventId, join, Traces.of(ctx))));
    }

    /** Whoever the event counts tickets of: places are theirs, whichever identity they come under. */
    private long person(Caller caller, String eventId, EventDefinition event) {
        Optional<String> identity = event.getIdentityRequired() ? callers.identityKey(caller) : Optional.empty();
        return identity.or(caller::contactKey)
                .map(name -> digests.person(eventId, name))
                .orElse(0L);
    }

    private void answer(Context ctx, Caller caller, String eventId, Joined joined) {
        JoinAnswer answer = joined.answer();
        versions.answer(ctx, new Version(Version.Domain.ADMISSION, eventId, joined.sequence()));
        @Nullable Refusal refusal = answer.getRefusal();
        if (refusal != null) {
            throw Refusals.of(refusal);
        }
        JoinedPlace place = Objects.requireNonNull(answer.getPlace(), "a join is answered by a place or a refusal");
        QueueRoom room = rooms.room(eventId);
        if (place.getCohort() != Cohort.FIRST || room.draw().rosterRoot().isPresent()) {
            rooms.sees(eventId, joined.sequence(), POSITION);
        }
        Map<String, @Nullable Object> told = json.now(room, place.getSequence())
                .map(PlaceJson.Told::json)
                .orElseGet(() -> json.of(room, answer, place));
        told.put(
                "queue_token",
                tokens.mint(
                        new QueueTokens.Place(eventId, caller.accountId(), place.getSequence(), joined.sequence())));
        told.put("receipt", receipts.of(room, place));
        Json.answer(ctx, 202, told);
    }
}
