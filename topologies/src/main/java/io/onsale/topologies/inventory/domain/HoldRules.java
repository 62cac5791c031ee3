package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.InventoryCommand.HoldSeats;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsHeld;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rules by which a hold is granted, in the order in which they are checked. */
final class HoldRules {

    InventoryEvent judge(InventoryView view, HoldSeats hold, Instant at) {
        SeatMap map = view.seatMap();
        if (map == null) {
            return refused(hold, Refusal.of("unknown_event", "There is no such event on sale."));
        }
        Refusal wrong = ShopperRules.refuse(view, map, hold, at);
        if (wrong == null) {
            wrong = SaleWindow.ofEvent(view, map.definition(), at);
        }
        if (wrong == null && map.definition().conditions().identityRequired() && hold.identityKey() == null) {
            wrong = Refusal.of("identity_required", "Only people whose identity is verified may book this event.");
        }
        return wrong == null ? inTime(view, map, hold, at) : refused(hold, wrong);
    }

    private static InventoryEvent inTime(InventoryView view, SeatMap map, HoldSeats hold, Instant at) {
        Performance performance = performance(map, hold);
        if (performance == null) {
            return refused(hold, unclearPerformance(hold));
        }
        Refusal wrong = SaleWindow.ofPerformance(performance, hold.wish(), at);
        if (wrong == null) {
            wrong = known(view, hold, at);
        }
        return wrong == null ? chosen(view, map, hold, performance.id(), at) : refused(hold, wrong);
    }

    private static @Nullable Performance performance(SeatMap map, HoldSeats hold) {
        if (hold.performanceId() != null) {
            return map.performance(hold.performanceId());
        }
        var performances = map.definition().performances();
        return performances.size() == 1 ? performances.getFirst() : null;
    }

    private static Refusal unclearPerformance(HoldSeats hold) {
        return hold.performanceId() == null
                ? Refusal.of("performance_required", "This event has several performances; name one.")
                : Refusal.of("unknown_performance", "This event has no such performance.");
    }

    private static @Nullable Refusal known(InventoryView view, HoldSeats hold, Instant at) {
        return view.hold(hold.holdId(), at) == null
                ? null
                : Refusal.of("reservation_exists", "There is a reservation of this id already.");
    }

    private static InventoryEvent chosen(
            InventoryView view, SeatMap map, HoldSeats hold, String performance, Instant at) {
        Terms terms = map.definition().terms();
        Allowance allowance = new Allowance(terms.ticketLimit(), view.tickets(hold.countedBy()));
        Choice choice = switch (hold.wish()) {
            case Wish.Named named -> new SeatChoice(view, map, performance).of(named, allowance);
            case Wish.Best best -> new BestChoice(view, map, performance).of(best, allowance);
            case Wish.Some some -> new AreaChoice(view, map, performance).of(some, allowance, at);
            case Wish.Unclear unclear ->
                Choice.Denied.because("bad_request", "Name seats, or ask for the best, or for a quantity.");
        };
        return switch (choice) {
            case Choice.Granted granted -> held(map, hold, performance, granted, at);
            case Choice.Denied denied -> refused(hold, denied.why());
        };
    }

    private static InventoryEvent held(
            SeatMap map, HoldSeats hold, String performance, Choice.Granted granted, Instant at) {
        Terms terms = map.definition().terms();
        Price price = Price.ofList(terms.currency(), terms.feePerTicket(), granted.seats(), granted.areas());
        Instant expiresAt = at.plusSeconds(terms.holdSeconds());
        return new SeatsHeld(
                hold.holdId(),
                hold.fanId(),
                performance,
                granted.seats(),
                granted.areas(),
                price,
                expiresAt,
                map.definition().waitingRoom() == null ? null : hold.admission(),
                hold.contactKey());
    }

    private static InventoryEvent refused(HoldSeats hold, Refusal why) {
        return new HoldRefused(hold.holdId(), hold.fanId(), why);
    }
}
