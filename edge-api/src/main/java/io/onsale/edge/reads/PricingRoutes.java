package io.onsale.edge.reads;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.http.Routes;
import io.onsale.edge.views.catalogue.Listing;
import io.onsale.edge.views.seats.Area;
import io.onsale.edge.views.seats.Occupancy;
import io.onsale.edge.views.seats.SeatStatus;
import io.onsale.edge.views.seats.SeatsView;
import io.onsale.edge.views.seats.Show;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.Section;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What places cost now, and why. Events sell at their list prices: the factors are told, and move nothing yet. */
final class PricingRoutes implements Routes {
    private static final int LONGEST_NAME = 128;
    private static final int MOST_TICKETS = 100;
    private static final String LIST_PRICE = "list-price-1";

    private final Events events;
    private final SeatsView seats;
    private final Clock clock;

    PricingRoutes(Events events, SeatsView seats, Clock clock) {
        this.events = events;
        this.seats = seats;
        this.clock = clock;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/pricing/calculate", this::calculate);
    }

    private void calculate(Context ctx) {
        Listing listing = events.visible(ctx, Params.required(ctx, "event_id", LONGEST_NAME));
        EventDefinition event = listing.definition();
        Section section = section(event, Params.required(ctx, "section", LONGEST_NAME));
        Performance performance = performance(event, Params.optional(ctx, "performance_id", LONGEST_NAME));
        int quantity = Query.number(ctx, "quantity", 1, MOST_TICKETS, 1);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event_id", listing.eventId());
        json.put("performance_id", performance.getPerformanceId());
        json.put("section", section.getName());
        json.put("quantity", quantity);
        json.put("base_price", section.getPrice());
        json.put("current_price", section.getPrice());
        json.put("price_multiplier", 1.0);
        json.put("currency", event.getCurrency());
        json.put("fee_per_ticket", event.getFeePerTicket());
        json.put("total", quantity * Math.addExact(section.getPrice(), event.getFeePerTicket()));
        json.put("factors", factors(listing, section, performance));
        json.put("rule_version", LIST_PRICE);
        json.put(
                "price_history",
                List.of(Map.of("timestamp", event.getOnSaleAt().toString(), "price", section.getPrice())));
        ctx.header("Cache-Control", "no-store");
        Json.answer(ctx, 200, json);
    }

    private Map<String, Object> factors(Listing listing, Section section, Performance performance) {
        Map<String, Object> factors = new LinkedHashMap<>();
        seats.show(listing.eventId())
                .flatMap(show -> occupied(show, section, performance))
                .ifPresent(rate -> factors.put("occupancy_rate", rate));
        Instant now = clock.instant();
        factors.put(
                "time_to_event_days",
                Math.max(0, Duration.between(now, performance.getStartsAt()).toDays()));
        return factors;
    }

    /** The part of a section's seats that is not to be had, from 0 to 1. */
    private static Optional<Double> occupied(Show show, Section section, Performance performance) {
        Optional<Area> area = show.hall().areas().stream()
                .filter(each -> each.name().equals(section.getName()) && each.seats() > 0)
                .findFirst();
        Optional<Occupancy> occupancy = show.occupancy(performance.getPerformanceId());
        return area.flatMap(there ->
                occupancy.map(counts -> 1 - (double) counts.of(there, SeatStatus.AVAILABLE) / there.seats()));
    }

    private static Section section(EventDefinition event, String name) {
        return event.getSections().stream()
                .filter(section -> section.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown("section"));
    }

    private static Performance performance(EventDefinition event, Optional<String> id) {
        List<Performance> all = event.getPerformances();
        if (id.isEmpty() && all.size() > 1) {
            throw Problem.of(422, "performance_required", "This event has several performances; name one.")
                    .with("field", "performance_id")
                    .toException();
        }
        return all.stream()
                .filter(performance ->
                        id.map(performance.getPerformanceId()::equals).orElse(true))
                .findFirst()
                .orElseThrow(() -> unknown("performance"));
    }

    private static ProblemException unknown(String what) {
        return Problem.of(404, "unknown_" + what, "This event has no such " + what + ".")
                .toException();
    }
}
