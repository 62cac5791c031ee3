package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.http.Routes;
import io.onsale.edge.views.CheckoutView;
import io.onsale.edge.views.orders.Order;
import io.onsale.edge.views.reductions.IssuedCoupon;
import io.onsale.edge.views.reservations.Reservation;
import io.onsale.edge.views.reservations.ReservationsView;
import io.onsale.schemas.catalogue.Concession;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.checkout.ConcessionClaim;
import io.onsale.schemas.checkout.Coupon;
import io.onsale.schemas.common.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an order would cost, for whoever holds its places; nothing is claimed by looking, and the log decides anew when it is ordered. */
final class PreviewRoutes implements Routes {

    private final Callers callers;
    private final Shows shows;
    private final ReservationsView reservations;
    private final CheckoutView checkout;
    private final Throttles throttles;
    private final Clock clock;

    PreviewRoutes(
            Callers callers,
            Shows shows,
            ReservationsView reservations,
            CheckoutView checkout,
            Throttles throttles,
            Clock clock) {
        this.callers = callers;
        this.shows = shows;
        this.reservations = reservations;
        this.checkout = checkout;
        this.throttles = throttles;
        this.clock = clock;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/orders/preview", this::preview);
    }

    private void preview(Context ctx) {
        Caller caller = callers.requireBuyer(ctx);
        throttles.takePreview(ctx, caller.accountId());
        Fields body = Bodies.object(ctx);
        String reservationId = OrderBody.reservationId(body);
        Optional<String> code = OrderBody.coupon(body);
        List<ConcessionClaim> claims = OrderBody.claims(body);
        Reservation held = held(caller, reservationId);
        String eventId = held.show().eventId();
        Map<String, Concession> concessions = concessions(eventId);
        requireConcessions(eventId, claims, concessions);
        Optional<Coupon> coupon = code.map(it -> coupon(caller, eventId, it, !claims.isEmpty()));
        PricePreview price = PricePreview.of(held, claims, concessions, coupon)
                .orElseThrow(() -> refused(
                        "unknown_concession",
                        "A concession is claimed for places that are not in the reservation, or that it is not for."));
        Json.answer(ctx, 200, json(held, price));
    }

    private Reservation held(Caller caller, String reservationId) {
        Reservation held = reservations
                .find(reservationId)
                .filter(found -> found.fanId().equals(caller.accountId()))
                .orElseThrow(() -> Problem.of(404, "unknown_reservation", "There is no such reservation.")
                        .toException());
        if (held.status() != Reservation.Status.HELD) {
            throw refused("reservation_ended", "These places are no longer held.");
        }
        return held;
    }

    private Map<String, Concession> concessions(String eventId) {
        Map<String, Concession> concessions = new HashMap<>();
        shows.definition(eventId)
                .map(EventDefinition::getConcessions)
                .orElse(List.of())
                .forEach(concession -> concessions.put(concession.getCode(), concession));
        return concessions;
    }

    private void requireConcessions(String eventId, List<ConcessionClaim> claims, Map<String, Concession> concessions) {
        Instant now = clock.instant();
        Map<String, Integer> claimed = new HashMap<>();
        claims.forEach(
                claim -> claimed.merge(claim.getCode(), claim.getSeatIds().size() + claim.getQuantity(), Integer::sum));
        claimed.forEach((code, tickets) -> {
            Concession concession = concessions.get(code);
            if (concession == null) {
                throw refused("unknown_concession", "This event has no such concession.");
            }
            if (concession.getUntil() != null && !now.isBefore(concession.getUntil())) {
                throw refused("concession_over", "This concession is over.");
            }
            if (concession.getQuota() != null
                    && checkout.concessions().tickets(eventId, code) + tickets > concession.getQuota()) {
                throw refused("concession_used_up", "There are not so many tickets left at this concession.");
            }
        });
    }

    private Coupon coupon(Caller caller, String eventId, String code, boolean withConcessions) {
        IssuedCoupon issued = checkout.coupons()
                .find(eventId, code)
                .orElseThrow(() -> refused("unknown_coupon", "This event has no such coupon."));
        if (issued.withdrawn()) {
            throw refused("coupon_withdrawn", "The organizer has withdrawn this coupon.");
        }
        Coupon coupon = issued.coupon();
        Instant now = clock.instant();
        if (now.isBefore(coupon.getValidFrom()) || !now.isBefore(coupon.getValidUntil())) {
            throw refused("coupon_not_valid", "This coupon is not valid now.");
        }
        if (issued.left() == 0) {
            throw refused("coupon_used_up", "This coupon has been used as often as it may be.");
        }
        if (uses(caller, eventId, coupon.getCode()) >= coupon.getUsesPerFan()) {
            throw refused("coupon_used_up", "You have used this coupon as often as one person may.");
        }
        if (withConcessions && !coupon.getCombinable()) {
            throw refused("not_combinable", "This coupon can't be combined with concessions.");
        }
        return coupon;
    }

    /** Of this account; those of the same person's others are only known to the log. */
    private long uses(Caller caller, String eventId, String code) {
        return checkout.orders().of(caller.accountId()).stream()
                .filter(order -> order.eventId().equals(eventId)
                        && code.equals(order.placed().getCoupon()))
                .filter(order -> order.status() != Order.Status.REFUSED)
                .count();
    }

    /** As the log would refuse an order of it. */
    private static ProblemException refused(String code, String detail) {
        return Refusals.of(new Refusal(code, detail, List.of(), List.of()));
    }

    private static Map<String, Object> json(Reservation held, PricePreview price) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("reservation_id", held.holdId());
        json.put("currency", held.show().currency());
        json.put("concession_discount", price.concessionDiscount());
        json.put("coupon_discount", price.couponDiscount());
        json.put("fees", price.fees());
        json.put("total", price.total());
        return json;
    }
}
