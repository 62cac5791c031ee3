package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.auth.People;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.auth.Throttles.Call;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.Routes;
import io.onsale.edge.views.orders.Order;
import io.onsale.edge.views.orders.Order.Bill;
import io.onsale.edge.views.orders.OrdersView;
import io.onsale.schemas.catalogue.EventDefinition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fan's orders and tickets, and a booking found by its number. */
final class MyOrderRoutes implements Routes {

    private static final int PAGE = 50;
    private static final int MAX_ID = 160;
    private static final int MAX_CONTACT = 254;

    private final Callers callers;
    private final OrdersView orders;
    private final OrderJson orderJson;
    private final People people;
    private final Throttles throttles;

    MyOrderRoutes(Callers callers, OrdersView orders, OrderJson orderJson, People people, Throttles throttles) {
        this.callers = callers;
        this.orders = orders;
        this.orderJson = orderJson;
        this.people = people;
        this.throttles = throttles;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/me/orders", this::orders);
        routes.get("/api/me/tickets", this::tickets);
        routes.get("/api/bookings/lookup", this::lookup);
    }

    private void tickets(Context ctx) {
        Caller caller = callers.require(ctx);
        Map<String, Object> answer = new LinkedHashMap<>();
        List<Order> page = page(ctx, caller, order -> !order.tickets().isEmpty(), answer);
        answer.put(
                "tickets",
                page.stream()
                        .flatMap(order -> order.bill().stream().flatMap(bill -> tickets(order, bill)))
                        .toList());
        Json.answer(ctx, 200, answer);
    }

    private void orders(Context ctx) {
        Caller caller = callers.requireBuyer(ctx);
        Map<String, Object> answer = new LinkedHashMap<>();
        List<Order> page = page(ctx, caller, order -> true, answer);
        answer.put("orders", page.stream().map(orderJson::of).toList());
        Json.answer(ctx, 200, answer);
    }

    /** The orders of a page; where there are more, the answer is told so. */
    private List<Order> page(Context ctx, Caller caller, Predicate<Order> shown, Map<String, Object> answer) {
        List<Order> all = orders.of(caller.accountId());
        int from = Params.optional(ctx, "cursor", MAX_ID)
                .map(last -> after(all, last))
                .orElse(0);
        List<Order> page =
                all.stream().skip(from).filter(shown).limit(PAGE + 1L).toList();
        if (page.size() <= PAGE) {
            return page;
        }
        answer.put("next_cursor", page.get(PAGE - 1).id());
        return page.subList(0, PAGE);
    }

    /** Orders are never removed, so an id that is not there was never in an answer. */
    private static int after(List<Order> all, String last) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(last)) {
                return i + 1;
            }
        }
        throw Problem.of(400, "invalid_parameter", "The parameter 'cursor' has to be one that an answer carried.")
                .with("field", "cursor")
                .toException();
    }

    private void lookup(Context ctx) {
        throttles.take(ctx, Call.LOOKUP);
        String number = BookingNumbers.tidy(Params.required(ctx, "booking_number", MAX_ID));
        String contact = people.contactKey(people.contacts().tidy(Params.required(ctx, "contact", MAX_CONTACT)));
        throttles.takeLookup(ctx, contact);
        Order order = orders.byBookingNumber(number)
                .filter(found -> same(contact, found.placed().getContactKey()))
                .orElseThrow(
                        () -> Problem.of(404, "unknown_booking", "There is no booking with this number and contact.")
                                .toException());
        ctx.header("Cache-Control", "no-store");
        Json.answer(ctx, 200, orderJson.of(order));
    }

    private static boolean same(String asked, @Nullable String stored) {
        return stored != null
                && MessageDigest.isEqual(
                        asked.getBytes(StandardCharsets.UTF_8), stored.getBytes(StandardCharsets.UTF_8));
    }

    private Stream<Map<String, Object>> tickets(Order order, Bill bill) {
        TicketJson tickets = orderJson.tickets(order, bill);
        return order.tickets().stream().map(line -> {
            Map<String, Object> json = tickets.of(line);
            json.put("order_id", order.id());
            json.put("booking_number", order.placed().getBookingNumber());
            json.put("event_id", order.eventId());
            json.put("performance_id", bill.performanceId());
            json.put("currency", bill.receipt().getCurrency());
            tickets.event().ifPresent(event -> show(json, event, bill.performanceId()));
            return json;
        });
    }

    private static void show(Map<String, Object> json, EventDefinition event, String performanceId) {
        json.put("title", event.getTitle());
        json.put("venue", event.getVenue());
        event.getPerformances().stream()
                .filter(performance -> performance.getPerformanceId().equals(performanceId))
                .findFirst()
                .ifPresent(performance -> json.put("label", performance.getLabel()));
    }
}
