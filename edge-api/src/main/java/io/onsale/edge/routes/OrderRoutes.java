package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.auth.Throttles.Call;
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
import io.onsale.edge.views.orders.Order;
import io.onsale.edge.views.orders.OrdersView;
import io.onsale.schemas.bounds.EventBounds;
import io.onsale.schemas.checkout.CancelOrder;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.CheckoutReply;
import io.onsale.schemas.checkout.OrderEnd;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.TicketsCancelled;
import io.onsale.schemas.checkout.VerificationPassed;
import io.onsale.schemas.common.Refusal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Buying what is held, answering the codes that are asked for, and giving tickets back. */
final class OrderRoutes implements Routes {

    private static final String ORDER = "POST /api/orders";
    private static final String VERIFY = "POST /api/orders/{order_id}/verify";
    private static final String CANCEL = "POST /api/orders/{order_id}/cancel";
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final int MAX_ID = 160;
    private static final int MIN_CODE = 4;
    private static final int MAX_CODE = 12;

    private final Callers callers;
    private final Commands commands;
    private final VersionHeaders versions;
    private final OrdersView orders;
    private final OrderJson orderJson;
    private final OrderCommands asked;
    private final GuestBookings guestBookings;
    private final OrderCodes orderCodes;
    private final Throttles throttles;

    OrderRoutes(
            Callers callers,
            Commands commands,
            VersionHeaders versions,
            OrdersView orders,
            OrderJson orderJson,
            OrderCommands asked,
            GuestBookings guestBookings,
            OrderCodes orderCodes,
            Throttles throttles) {
        this.callers = callers;
        this.commands = commands;
        this.versions = versions;
        this.orders = orders;
        this.orderJson = orderJson;
        this.asked = asked;
        this.guestBookings = guestBookings;
        this.orderCodes = orderCodes;
        this.throttles = throttles;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/orders", this::order);
        routes.get("/api/orders/{order_id}", this::show);
        routes.post("/api/orders/{order_id}/verify", this::verify);
        routes.post("/api/orders/{order_id}/cancel", this::cancel);
    }

    private void order(Context ctx) throws InterruptedException {
        Caller caller = callers.requireBuyer(ctx);
        throttles.takeOrder(ctx, caller.accountId());
        Params.idempotencyKey(ctx);
        OrderBody body = OrderBody.read(Bodies.object(ctx));
        String eventId = EventIds.ofReservation(body.reservationId())
                .orElseThrow(() -> Problem.of(404, "unknown_reservation", "There is no such reservation.")
                        .toException());
        Request request = Requests.creating(ctx, ORDER, caller.actor(), body.digested());
        guestBookings.begin(ctx, caller, body.reservationId());
        Optional<String> counted = orderCodes.begin(ctx, caller, eventId, body);
        CheckoutReply reply = ask(request, eventId, asked.place(eventId, caller, body));
        if (reply.getOutcome() instanceof Refusal) {
            counted.ifPresent(contact -> orderCodes.refused(ctx, caller, contact, body));
        }
        OrderPlaced placed = outcome(ctx, eventId, reply, OrderPlaced.class);
        Order order = rested(ctx, eventId, placed.getOrderId(), reply);
        order.ending().ifPresent(end -> guestBookings.cameToNothing(ctx, caller, body.reservationId(), end));
        order.ending()
                .filter(end -> order.bill().isEmpty()) // a code is sent with the price, and not before
                .flatMap(end -> counted)
                .ifPresent(contact -> orderCodes.refused(ctx, caller, contact, body));
        order.ending().filter(end -> end.why() == OrderEnd.HOLD_LOST).ifPresent(end -> {
            // Inventory's own code: there was nothing that could be ordered.
            throw Refusals.of(new Refusal(end.detail(), "This reservation can't be ordered.", List.of(), List.of()));
        });
        Json.answer(ctx, 201, orderJson.of(order));
    }

    private void show(Context ctx) {
        Json.answer(ctx, 200, orderJson.of(own(ctx, callers.requireBuyer(ctx))));
    }

    private void verify(Context ctx) throws InterruptedException {
        throttles.take(ctx, Call.VERIFY);
        Caller caller = callers.requireBuyer(ctx);
        String orderId = Params.id(ctx, "order_id");
        String eventId = event(orderId);
        String code = Bodies.object(ctx).secret("code", MIN_CODE, MAX_CODE);
        Request request = Requests.plain(ctx, VERIFY, caller.actor());
        CheckoutReply reply = ask(request, eventId, asked.verify(orderId, caller, code));
        outcome(ctx, eventId, reply, VerificationPassed.class);
        Json.answer(ctx, 200, orderJson.of(rested(ctx, eventId, orderId, reply)));
    }

    private void cancel(Context ctx) {
        Caller caller = callers.requireBuyer(ctx);
        String orderId = Params.id(ctx, "order_id");
        String eventId = event(orderId);
        Fields body = Bodies.object(ctx);
        List<String> tickets =
                body.has("ticket_ids") ? body.texts("ticket_ids", 1, EventBounds.MOST_TICKETS, MAX_ID) : List.of();
        boolean preview = body.flag("preview");
        Request request = Requests.changing(ctx, CANCEL, caller.actor(), orderId, body.canonical());
        CheckoutReply reply = ask(request, eventId, new CancelOrder(orderId, caller.accountId(), tickets, preview));
        if (isUnknown(reply) && find(orderId, caller).isPresent()) {
            throw Problem.of(409, "too_late", "This order is over; nothing can be cancelled any more.")
                    .toException();
        }
        TicketsCancelled cancelled = outcome(ctx, eventId, reply, TicketsCancelled.class);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("order_id", orderId);
        json.put("ticket_ids", cancelled.getTicketIds());
        json.put("refund", cancelled.getRefund());
        json.put("fee", cancelled.getFee());
        json.put("tickets_left", cancelled.getLeft());
        json.put("preview", preview);
        Json.answer(ctx, 200, json);
    }

    private CheckoutReply ask(Request request, String eventId, Object body) {
        return commands.ask(request, Exchange.CHECKOUT, eventId, envelope -> new CheckoutCommand(envelope, body));
    }

    private <T> T outcome(Context ctx, String eventId, CheckoutReply reply, Class<T> expected) {
        versions.answer(ctx, new Version(Domain.CHECKOUT, eventId, reply.getSequence()));
        if (reply.getOutcome() instanceof Refusal refusal) {
            throw Refusals.of(refusal);
        }
        if (!expected.isInstance(reply.getOutcome())) {
            throw Refusals.unexpected(reply.getOutcome());
        }
        return expected.cast(reply.getOutcome());
    }

    /** The order once nothing more happens by itself, or as it is when patience ends; with the version it was seen at. */
    private Order rested(Context ctx, String eventId, String orderId, CheckoutReply reply) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        orders.progress().await(eventId, reply.getSequence(), PATIENCE);
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        Order order = orders.awaitRest(orderId, left).orElseThrow(OrderRoutes::notYet);
        versions.answer(ctx, new Version(Domain.CHECKOUT, eventId, Math.max(order.sequence(), reply.getSequence())));
        return order;
    }

    private Order own(Context ctx, Caller caller) {
        return find(Params.id(ctx, "order_id"), caller).orElseThrow(OrderRoutes::unknown);
    }

    private Optional<Order> find(String orderId, Caller caller) {
        return orders.find(orderId).filter(order -> order.fanId().equals(caller.accountId()));
    }

    /** Whether checkout has no such order; long after an order is over, only its events are left of it. */
    private static boolean isUnknown(CheckoutReply reply) {
        return reply.getOutcome() instanceof Refusal refusal
                && refusal.getCode().equals("unknown_order");
    }

    private static String event(String orderId) {
        return EventIds.ofReservation(orderId).orElseThrow(OrderRoutes::unknown);
    }

    private static ProblemException unknown() {
        return Problem.of(404, "unknown_order", "There is no such order.").toException();
    }

    /** The order is in the log but not in view: its key finds it later. */
    private static ProblemException notYet() {
        return Problem.of(
                        504,
                        "deadline_exceeded",
                        "The order is placed, but not in view yet; ask again with the same key.")
                .toException();
    }
}
