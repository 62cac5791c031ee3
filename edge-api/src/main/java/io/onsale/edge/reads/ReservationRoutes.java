package io.onsale.edge.reads;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.Routes;
import io.onsale.edge.views.reservations.Reservation;
import io.onsale.edge.views.reservations.ReservationsView;
import io.onsale.edge.views.seats.Area;
import io.onsale.edge.views.seats.Hall;
import io.onsale.edge.views.seats.Line;
import io.onsale.schemas.inventory.HeldArea;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reservations, for whose they are. */
final class ReservationRoutes implements Routes {
    private static final int LONGEST_ID = 128;

    private final ReservationsView reservations;
    private final Callers callers;

    ReservationRoutes(ReservationsView reservations, Callers callers) {
        this.reservations = reservations;
        this.callers = callers;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/tickets/status", this::status);
    }

    private void status(Context ctx) {
        Caller caller = callers.requireBuyer(ctx);
        Reservation reservation = reservations
                .find(Params.required(ctx, "reservation_id", LONGEST_ID))
                .filter(found -> found.fanId().equals(caller.accountId()))
                .orElseThrow(() -> Problem.of(404, "unknown_reservation", "There is no such reservation.")
                        .toException());
        Json.answer(ctx, 200, json(reservation));
    }

    private static Map<String, Object> json(Reservation reservation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("reservation_id", reservation.holdId());
        json.put("event_id", reservation.show().eventId());
        json.put("performance_id", reservation.show().performanceId());
        json.put("status", reservation.status().name().toLowerCase(Locale.ROOT));
        json.put("seats", seats(reservation));
        json.put(
                "areas",
                reservation.areas().stream().map(ReservationRoutes::area).toList());
        json.put("fees", reservation.fees());
        json.put("total", reservation.total());
        json.put("currency", reservation.show().currency());
        json.put("expires_at", reservation.expiresAt().toString());
        reservation.orderId().ifPresent(order -> json.put("order_id", order));
        return json;
    }

    private static Map<String, Object> area(HeldArea area) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("section", area.getSection());
        if (area.getSlot() != null) {
            json.put("slot", area.getSlot());
        }
        json.put("quantity", area.getQuantity());
        json.put("grade", area.getGrade());
        json.put("price", area.getPrice());
        return json;
    }

    private static List<Map<String, Object>> seats(Reservation reservation) {
        Hall hall = reservation.show().hall();
        List<Map<String, Object>> seats = new ArrayList<>();
        for (int i = 0; i < reservation.seats().length; i++) {
            int seat = reservation.seats()[i];
            Area area = hall.areaOf(seat);
            Line line = hall.lineOf(seat);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("seat_id", hall.id(seat));
            json.put("section", area.name());
            json.put("row", line.name());
            json.put("number", line.numberOf(seat));
            json.put("grade", area.grade());
            json.put("price", reservation.prices()[i]);
            json.put("attributes", area.attributes().getOrDefault(seat, List.of()));
            seats.add(json);
        }
        return seats;
    }
}
