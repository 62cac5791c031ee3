package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.AdmissionCheck;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.Version.Domain;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Commands.Request;
import io.onsale.edge.log.Exchange;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.inventory.Admission;
import io.onsale.schemas.inventory.ExtendHold;
import io.onsale.schemas.inventory.HoldExtended;
import io.onsale.schemas.inventory.HoldReleased;
import io.onsale.schemas.inventory.HoldSeats;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.schemas.inventory.ReleaseHold;
import io.onsale.schemas.inventory.SeatsHeld;
import java.util.Map;
import java.util.Optional;

/** Holding places, keeping them longer, and letting go of them. */
final class TicketRoutes implements Routes {

    private static final String RESERVE = "POST /api/tickets/reserve";
    private static final String EXTEND = "POST /api/reservations/{reservation_id}/extend";
    private static final String RELEASE = "DELETE /api/reservations/{reservation_id}";
    private static final int MAX_ID = 128;
    private static final byte[] NO_BODY = {};

    private final Callers callers;
    private final Commands commands;
    private final VersionHeaders versions;
    private final Shows shows;
    private final AdmissionCheck admissions;

    TicketRoutes(Callers callers, Commands commands, VersionHeaders versions, Shows shows, AdmissionCheck admissions) {
        this.callers = callers;
        this.commands = commands;
        this.versions = versions;
        this.shows = shows;
        this.admissions = admissions;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/tickets/reserve", this::reserve);
        routes.delete("/api/reservations/{reservation_id}", this::release);
        routes.post("/api/reservations/{reservation_id}/extend", this::extend);
    }

    private void reserve(Context ctx) {
        Caller caller = callers.requireBuyer(ctx);
        Params.idempotencyKey(ctx);
        Fields body = Bodies.object(ctx);
        String eventId = EventIds.require(body.text("event_id", 1, MAX_ID));
        HoldSeats.Builder wish = HoldBody.read(body, EventIds.newReservation(eventId), caller.accountId());
        HoldSeats hold = wish.setAdmission(admission(ctx, caller, eventId).orElse(null))
                .setContactKey(caller.contactKey().orElse(null))
                // Of an account whose identity is not in view here yet the log knows none either, and says so.
                .setIdentityKey(callers.identityKey(caller).orElse(null))
                .build();
        InventoryReply reply = ask(Requests.creating(ctx, RESERVE, caller.actor(), body.canonical()), eventId, hold);
        answerVersion(ctx, eventId, reply);
        switch (reply.getOutcome()) {
            case SeatsHeld held -> Json.answer(ctx, 201, ReservationJson.of(eventId, held, shows));
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    /** Where the event has a waiting room; of one that is not in view here the log knows whether it has. */
    private Optional<Admission> admission(Context ctx, Caller caller, String eventId) {
        return shows.definition(eventId)
                .filter(event -> event.getWaitingRoom() != null)
                .map(event -> admissions.require(ctx, caller, eventId));
    }

    private void release(Context ctx) {
        Caller caller = callers.requireBuyer(ctx);
        String reservationId = Params.id(ctx, "reservation_id");
        String eventId = eventOf(reservationId);
        ReleaseHold release = new ReleaseHold(reservationId, caller.accountId());
        InventoryReply reply = ask(Requests.plain(ctx, RELEASE, caller.actor()), eventId, release);
        answerVersion(ctx, eventId, reply);
        switch (reply.getOutcome()) {
            case HoldReleased released -> ctx.status(204);
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    private void extend(Context ctx) {
        Caller caller = callers.requireBuyer(ctx);
        String reservationId = Params.id(ctx, "reservation_id");
        String eventId = eventOf(reservationId);
        ExtendHold extend = new ExtendHold(reservationId, caller.accountId());
        Request request = Requests.changing(ctx, EXTEND, caller.actor(), reservationId, NO_BODY);
        InventoryReply reply = ask(request, eventId, extend);
        answerVersion(ctx, eventId, reply);
        switch (reply.getOutcome()) {
            case HoldExtended extended ->
                Json.answer(
                        ctx,
                        200,
                        Map.of(
                                "reservation_id",
                                extended.getHoldId(),
                                "expires_at",
                                extended.getExpiresAt().toString()));
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    private static String eventOf(String reservationId) {
        return EventIds.ofReservation(reservationId)
                .orElseThrow(() -> Problem.of(404, "unknown_reservation", "There is no such reservation.")
                        .toException());
    }

    private InventoryReply ask(Request request, String eventId, Object body) {
        return commands.ask(request, Exchange.INVENTORY, eventId, envelope -> new InventoryCommand(envelope, body));
    }

    /** Refusals carry it as well: whoever reads after one sees why. */
    private void answerVersion(Context ctx, String eventId, InventoryReply reply) {
        versions.answer(ctx, new Version(Domain.INVENTORY, eventId, reply.getSequence()));
    }
}
