package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.Version.Domain;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Commands.Request;
import io.onsale.edge.log.Exchange;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.inventory.HoldReleased;
import io.onsale.schemas.inventory.HoldSeats;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.schemas.inventory.ReleaseHold;
import io.onsale.schemas.inventory.SeatsHeld;
import java.util.List;

/** Holding seats, and letting go of them. */
final class TicketRoutes implements Routes {

    private static final String RESERVE = "POST /api/tickets/reserve";
    private static final String RELEASE = "DELETE /api/reservations/{reservation_id}";
    private static final int MAX_ID = 128;
    private static final int MAX_SEATS = 100;
    private static final int MAX_SEAT_ID = 160;

    private final Callers callers;
    private final Commands commands;
    private final VersionHeaders versions;

    TicketRoutes(Callers callers, Commands commands, VersionHeaders versions) {
        this.callers = callers;
        this.commands = commands;
        this.versions = versions;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/tickets/reserve", this::reserve);
        routes.delete("/api/reservations/{reservation_id}", this::release);
    }

    private void reserve(Context ctx) {
        Caller caller = callers.require(ctx);
        Params.idempotencyKey(ctx);
        Fields body = Bodies.object(ctx);
        String eventId = body.text("event_id", 1, MAX_ID);
        refuseWhatIsNotSoldYet(body);
        List<String> seats = body.texts("seat_ids", 1, MAX_SEATS, MAX_SEAT_ID);
        String performance = body.optionalText("performance_id", MAX_ID).orElse(null);
        String section = body.optionalText("section", MAX_ID).orElse(null);
        HoldSeats hold = new HoldSeats(
                EventIds.newReservation(EventIds.require(eventId)),
                caller.accountId(),
                performance,
                section,
                seats,
                0,
                false,
                true,
                List.of(),
                null,
                true);
        InventoryReply reply = ask(Requests.creating(ctx, RESERVE, caller.actor(), body.canonical()), eventId, hold);
        answerVersion(ctx, eventId, reply);
        switch (reply.getOutcome()) {
            case SeatsHeld held -> Json.answer(ctx, 201, Reservation.of(eventId, held));
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    private void release(Context ctx) {
        Caller caller = callers.require(ctx);
        String reservationId = Params.id(ctx, "reservation_id");
        String eventId = EventIds.ofReservation(reservationId)
                .orElseThrow(() -> Problem.of(404, "unknown_reservation", "There is no such reservation.")
                        .toException());
        ReleaseHold release = new ReleaseHold(reservationId, caller.accountId());
        InventoryReply reply = ask(Requests.plain(ctx, RELEASE, caller.actor()), eventId, release);
        answerVersion(ctx, eventId, reply);
        switch (reply.getOutcome()) {
            case HoldReleased released -> ctx.status(204);
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    private InventoryReply ask(Request request, String eventId, Object body) {
        return commands.ask(request, Exchange.INVENTORY, eventId, envelope -> new InventoryCommand(envelope, body));
    }

    /** Refusals carry it as well: whoever reads after one sees why. */
    private void answerVersion(Context ctx, String eventId, InventoryReply reply) {
        versions.answer(ctx, new Version(Domain.INVENTORY, eventId, reply.getSequence()));
    }

    private static void refuseWhatIsNotSoldYet(Fields body) {
        if (body.has("quantity")) {
            throw notYet("quantity");
        }
        if (body.flag("best_available")) {
            throw notYet("best_available");
        }
    }

    private static ProblemException notYet(String field) {
        return Problem.of(422, "not_supported_yet", "Seats have to be named one by one for now.")
                .with("field", field)
                .toException();
    }
}
