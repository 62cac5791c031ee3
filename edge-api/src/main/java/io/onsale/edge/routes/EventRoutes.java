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
import io.onsale.edge.views.catalogue.SaleStatus;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.catalogue.CancelPerformance;
import io.onsale.schemas.catalogue.CatalogueCommand;
import io.onsale.schemas.catalogue.CatalogueReply;
import io.onsale.schemas.catalogue.CloseEvent;
import io.onsale.schemas.catalogue.CreateEvent;
import io.onsale.schemas.catalogue.EditEvent;
import io.onsale.schemas.catalogue.EventAccepted;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.MovePerformance;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.PublishEvent;
import io.onsale.schemas.common.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What organizers do with their events, and operators with anybody's. */
final class EventRoutes implements Routes {

    private static final String CREATE = "POST /api/events";
    private static final String PUBLISH = "POST /api/events/{event_id}/publish";
    private static final String EDIT = "PATCH /api/events/{event_id}";
    private static final String MOVE = "POST /api/events/{event_id}/performances/{performance_id}/move";
    private static final String CANCEL = "POST /api/events/{event_id}/performances/{performance_id}/cancel";
    private static final String CLOSE = "POST /api/events/{event_id}/close";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String NOT_THEIRS = "not_your_event";
    private static final byte[] NO_BODY = {};

    private final Callers callers;
    private final Commands commands;
    private final VersionHeaders versions;
    private final EventIds ids;
    private final Shows shows;
    private final Clock clock;

    /** An event as its organizer is told of it. */
    record Event(String eventId, String status, String title, List<PerformanceOf> performances) {}

    /** A performance as its organizer is told of it. */
    record PerformanceOf(String performanceId, String startsAt, String label, int round, String status) {}

    EventRoutes(Callers callers, Commands commands, VersionHeaders versions, EventIds ids, Shows shows, Clock clock) {
        this.callers = callers;
        this.commands = commands;
        this.versions = versions;
        this.ids = ids;
        this.shows = shows;
        this.clock = clock;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/events", this::create);
        routes.post("/api/events/{event_id}/publish", this::publish);
        routes.patch("/api/events/{event_id}", this::edit);
        routes.post("/api/events/{event_id}/performances/{performance_id}/move", this::move);
        routes.post("/api/events/{event_id}/performances/{performance_id}/cancel", this::cancel);
        routes.post("/api/events/{event_id}/close", this::close);
    }

    private void create(Context ctx) {
        Caller caller = callers.require(ctx, Role.ORGANIZER);
        String eventId = ids.ofNew(caller.accountId(), Params.idempotencyKey(ctx));
        Fields body = Bodies.object(ctx);
        EventDefinition definition = EventBody.read(body, caller.accountId());
        Request request = Requests.creating(ctx, CREATE, caller.actor(), body.canonical());
        Event event = accepted(ctx, eventId, ask(request, eventId, new CreateEvent(definition)));
        Json.answer(ctx, 201, event);
    }

    private void publish(Context ctx) {
        Caller caller = callers.require(ctx, Role.ORGANIZER);
        String eventId = EventIds.require(Params.id(ctx, "event_id"));
        Request request = Requests.changing(ctx, PUBLISH, caller.actor(), NO_BODY);
        CatalogueReply reply = ask(request, eventId, new PublishEvent(caller.accountId()));
        Event event = accepted(ctx, eventId, reply);
        // Whoever is told "published" may hold seats at once, and with this answer's version sees them at every edge.
        Optional<Version> open = shows.awaitOpen(eventId, PATIENCE);
        open.ifPresent(seats -> versions.answer(ctx, version(eventId, reply), seats));
        Json.answer(ctx, open.isPresent() ? 200 : 202, event);
    }

    /** The change is made from what this edge has in view; where somebody was faster, the log refuses it. */
    private void edit(Context ctx) {
        Caller caller = callers.require(ctx, Role.ORGANIZER);
        String eventId = EventIds.require(Params.id(ctx, "event_id"));
        Fields body = Bodies.object(ctx);
        EventDefinition before = shows.definition(eventId).orElseThrow(EventRoutes::unknown);
        if (!before.getOrganizerId().equals(caller.accountId())) {
            throw notTheirs(eventId);
        }
        Request request = Requests.changing(ctx, EDIT, caller.actor(), body.canonical());
        EditEvent edit = new EditEvent(caller.accountId(), before, EventBody.change(body, before));
        Json.answer(ctx, 200, accepted(ctx, eventId, ask(request, eventId, edit)));
    }

    private void move(Context ctx) {
        Caller caller = callers.require(ctx, Role.ORGANIZER, Role.OPERATOR);
        String eventId = EventIds.require(Params.id(ctx, "event_id"));
        String performanceId = Params.id(ctx, "performance_id");
        Fields body = Bodies.object(ctx);
        Request request = Requests.changing(ctx, MOVE, caller.actor(), performanceId, body.canonical());
        MovePerformance move = new MovePerformance(caller.accountId(), performanceId, body.instant("starts_at"));
        body.refuseOthers();
        Json.answer(ctx, 200, accepted(ctx, eventId, ask(request, eventId, move)));
    }

    private void cancel(Context ctx) {
        Caller caller = callers.require(ctx, Role.ORGANIZER, Role.OPERATOR);
        String eventId = EventIds.require(Params.id(ctx, "event_id"));
        String performanceId = Params.id(ctx, "performance_id");
        Request request = Requests.changing(ctx, CANCEL, caller.actor(), performanceId, NO_BODY);
        CancelPerformance cancel = new CancelPerformance(caller.accountId(), performanceId);
        Json.answer(ctx, 200, accepted(ctx, eventId, ask(request, eventId, cancel)));
    }

    private void close(Context ctx) {
        Caller caller = callers.require(ctx, Role.ORGANIZER, Role.OPERATOR);
        String eventId = EventIds.require(Params.id(ctx, "event_id"));
        Request request = Requests.changing(ctx, CLOSE, caller.actor(), NO_BODY);
        Json.answer(ctx, 200, accepted(ctx, eventId, ask(request, eventId, new CloseEvent(caller.accountId()))));
    }

    private CatalogueReply ask(Request request, String eventId, Object body) {
        return commands.ask(request, Exchange.CATALOGUE, eventId, envelope -> new CatalogueCommand(envelope, body));
    }

    private Event accepted(Context ctx, String eventId, CatalogueReply reply) {
        versions.answer(ctx, version(eventId, reply));
        return switch (reply.getOutcome()) {
            case EventAccepted accepted -> event(eventId, accepted);
            case Refusal refusal -> throw refused(eventId, refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        };
    }

    private static Version version(String eventId, CatalogueReply reply) {
        return new Version(Domain.CATALOGUE, eventId, reply.getSequence());
    }

    private ProblemException refused(String eventId, Refusal refusal) {
        return refusal.getCode().equals(NOT_THEIRS) ? notTheirs(eventId) : Refusals.of(refusal);
    }

    /** Of somebody else's draft nobody learns that it is there. */
    private ProblemException notTheirs(String eventId) {
        return shows.isPublic(eventId)
                ? Problem.of(403, NOT_THEIRS, "This event is another organizer's.")
                        .toException()
                : unknown();
    }

    private static ProblemException unknown() {
        return Problem.of(404, "unknown_event", "There is no such event.").toException();
    }

    private Event event(String eventId, EventAccepted accepted) {
        EventDefinition definition = accepted.getDefinition();
        return new Event(
                eventId,
                SaleStatus.of(accepted.getStatus(), definition, clock.instant()),
                definition.getTitle(),
                definition.getPerformances().stream()
                        .map(EventRoutes::performance)
                        .toList());
    }

    private static PerformanceOf performance(Performance performance) {
        return new PerformanceOf(
                performance.getPerformanceId(),
                performance.getStartsAt().toString(),
                performance.getLabel(),
                performance.getRound(),
                performance.getStatus().name().toLowerCase(Locale.ROOT));
    }
}
