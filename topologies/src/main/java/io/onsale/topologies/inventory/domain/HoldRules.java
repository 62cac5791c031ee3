package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.InventoryCommand.HoldSeats;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsHeld;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules by which a hold is granted, in the order in which they are checked. */
final class HoldRules {

    InventoryEvent judge(InventoryView view, HoldSeats hold, Instant at) {
        SeatMap map = view.seatMap();
        if (map == null) {
            return refused(hold, Refusal.of("unknown_event", "There is no such event on sale."));
        }
        Refusal closed = saleWindow(view, map.definition().terms(), at);
        if (closed != null) {
            return refused(hold, closed);
        }
        String performance = performance(map, hold);
        if (performance == null) {
            return refused(hold, unclearPerformance(hold));
        }
        List<PricedSeat> seats = new ArrayList<>();
        Refusal wrong = request(view, hold, at);
        if (wrong == null) {
            wrong = limit(view, map.definition().terms(), hold);
        }
        if (wrong == null) {
            wrong = seats(map, hold, seats);
        }
        if (wrong == null) {
            wrong = taken(view, performance, hold.seatIds());
        }
        return wrong == null ? held(map, hold, performance, seats, at) : refused(hold, wrong);
    }

    private static @Nullable Refusal saleWindow(InventoryView view, Terms terms, Instant at) {
        if (view.closed()) {
            return Refusal.of("sale_closed", "The sale of this event has ended.");
        }
        if (at.isBefore(terms.onSaleAt())) {
            return Refusal.of("not_on_sale", "The sale of this event opens at " + terms.onSaleAt() + ".");
        }
        return null;
    }

    private static @Nullable String performance(SeatMap map, HoldSeats hold) {
        if (hold.performanceId() != null) {
            return map.hasPerformance(hold.performanceId()) ? hold.performanceId() : null;
        }
        var performances = map.definition().performances();
        return performances.size() == 1 ? performances.getFirst().id() : null;
    }

    private static Refusal unclearPerformance(HoldSeats hold) {
        return hold.performanceId() == null
                ? Refusal.of("performance_required", "This event has several performances; name one.")
                : Refusal.of("unknown_performance", "This event has no such performance.");
    }

    private static @Nullable Refusal request(InventoryView view, HoldSeats hold, Instant at) {
        Hold earlier = view.hold(hold.holdId());
        if (earlier != null && !earlier.forgotten(at)) {
            return Refusal.of("reservation_exists", "There is a reservation of this id already.");
        }
        if (hold.seatIds().isEmpty()) {
            return Refusal.of("no_seats", "Name at least one seat.");
        }
        if (new HashSet<>(hold.seatIds()).size() < hold.seatIds().size()) {
            return Refusal.of("duplicate_seat", "A seat is named twice.");
        }
        return null;
    }

    private static @Nullable Refusal seats(SeatMap map, HoldSeats hold, List<PricedSeat> found) {
        List<String> unknown = new ArrayList<>();
        for (String id : hold.seatIds()) {
            PricedSeat seat = map.seat(id);
            if (seat == null || (hold.section() != null && !hold.section().equals(seat.section()))) {
                unknown.add(id);
            } else {
                found.add(seat);
            }
        }
        return unknown.isEmpty() ? null : new Refusal("unknown_seat", "Some seats do not exist there.", unknown);
    }

    private static @Nullable Refusal taken(InventoryView view, String performance, List<String> seats) {
        List<String> taken =
                seats.stream().filter(seat -> !view.isFree(performance, seat)).toList();
        return taken.isEmpty() ? null : new Refusal("seat_taken", "Some of these seats are taken.", taken);
    }

    private static @Nullable Refusal limit(InventoryView view, Terms terms, HoldSeats hold) {
        int already = view.tickets(hold.fanId());
        if (already + hold.seatIds().size() <= terms.ticketLimit()) {
            return null;
        }
        return Refusal.of(
                "ticket_limit",
                "A fan may have " + terms.ticketLimit() + " tickets of this event; " + already
                        + " are held or bought.");
    }

    private static InventoryEvent held(
            SeatMap map, HoldSeats hold, String performance, List<PricedSeat> seats, Instant at) {
        Terms terms = map.definition().terms();
        Price price = Price.ofList(terms.currency(), terms.feePerTicket(), seats, List.of());
        Instant expiresAt = at.plusSeconds(terms.holdSeconds());
        return new SeatsHeld(hold.holdId(), hold.fanId(), performance, seats, List.of(), price, expiresAt);
    }

    private static InventoryEvent refused(HoldSeats hold, Refusal why) {
        return new HoldRefused(hold.holdId(), hold.fanId(), why);
    }
}
