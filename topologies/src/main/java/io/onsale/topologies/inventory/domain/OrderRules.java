package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.InventoryCommand.ClaimHold;
import io.onsale.topologies.inventory.domain.InventoryCommand.ConfirmSeats;
import io.onsale.topologies.inventory.domain.InventoryCommand.ReturnSeats;
import io.onsale.topologies.inventory.domain.InventoryCommand.UnclaimHold;
import io.onsale.topologies.inventory.domain.InventoryEvent.ClaimRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.ConfirmRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldClaimed;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldUnclaimed;
import io.onsale.topologies.inventory.domain.InventoryEvent.OwnershipRepeated;
import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsConfirmed;
import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsReturned;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.CancellationPolicy.Returns;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a hold becomes an order's, and how an order gives back what it has. What was asked and granted before is only told again. */
final class OrderRules {

    private final BatchRules batchRules;

    OrderRules(BatchRules batchRules) {
        this.batchRules = batchRules;
    }

    Decision<InventoryEvent> claim(InventoryView view, ClaimHold claim, Instant at) {
        SeatMap map = view.seatMap();
        Hold hold = view.hold(claim.holdId(), at);
        if (map == null || hold == null || !hold.fanId().equals(claim.fanId())) {
            return refuse(claim, unknown());
        }
        if (hold.claimedBy(claim.orderId()) && hold.confirmed()) {
            return Decision.nothing();
        }
        Refusal wrong = map.isCancelled(hold.performanceId()) ? ended() : claimed(hold, claim.orderId());
        return wrong == null
                ? silently(new HoldClaimed(claim.orderId(), claim.holdId(), hold.fanId(), Claim.of(hold, map)))
                : refuse(claim, wrong);
    }

    private static @Nullable Refusal claimed(Hold hold, String order) {
        if (hold.confirmed() || (hold.orderId() != null && !hold.claimedBy(order))) {
            return inUse();
        }
        return hold.open() ? null : ended();
    }

    private static Decision<InventoryEvent> refuse(ClaimHold claim, Refusal why) {
        return silently(new ClaimRefused(claim.orderId(), claim.holdId(), claim.fanId(), why));
    }

    /** Its deadline stays; what its order owns, or what ended, is nobody's to leave. */
    Decision<InventoryEvent> unclaim(InventoryView view, UnclaimHold unclaim) {
        Hold hold = view.hold(unclaim.holdId());
        return hold != null && hold.open() && hold.claimedBy(unclaim.orderId())
                ? silently(new HoldUnclaimed(unclaim.orderId(), unclaim.holdId(), hold.fanId()))
                : Decision.nothing();
    }

    Decision<InventoryEvent> confirm(InventoryView view, ConfirmSeats confirm, Instant at) {
        String id = confirm.holdId();
        Hold hold = view.hold(id, at);
        if (hold == null || !hold.fanId().equals(confirm.fanId())) {
            return refuse(confirm, unknown());
        }
        if (!hold.claimedBy(confirm.orderId())) {
            return refuse(confirm, inUse());
        }
        return switch (hold.state()) {
            case OPEN -> calledOff(view, hold) ? refuse(confirm, ended()) : silently(confirmed(confirm, hold));
            case CONFIRMED -> silently(new OwnershipRepeated(confirm.orderId(), confirm.holdId(), hold.fanId()));
            case RELEASED, EXPIRED, RETURNED -> refuse(confirm, ended());
        };
    }

    private static SeatsConfirmed confirmed(ConfirmSeats confirm, Hold hold) {
        return new SeatsConfirmed(
                confirm.orderId(), confirm.holdId(), hold.fanId(), hold.performanceId(), hold.places());
    }

    private static boolean calledOff(InventoryView view, Hold hold) {
        SeatMap map = view.seatMap();
        return map != null && map.isCancelled(hold.performanceId());
    }

    private static Decision<InventoryEvent> refuse(ConfirmSeats confirm, Refusal why) {
        return silently(new ConfirmRefused(confirm.orderId(), confirm.holdId(), confirm.fanId(), why));
    }

    Decision<InventoryEvent> takeBack(InventoryView view, ReturnSeats back, Instant at) {
        Hold hold = view.hold(back.holdId(), at);
        if (hold == null || !hold.claimedBy(back.orderId()) || !(hold.open() || hold.confirmed())) {
            return Decision.nothing();
        }
        Places places = returned(hold, back);
        if (places.isEmpty()) {
            return Decision.nothing();
        }
        String performance = hold.performanceId();
        Withheld withheld = back.returns() == Returns.NIGHT_BATCH ? batchRules.next(view, performance, at) : null;
        return silently(new SeatsReturned(back.orderId(), back.holdId(), hold.fanId(), performance, places, withheld));
    }

    /** Single places can be given back once they are owned; until then a hold is whole or not at all. */
    private static Places returned(Hold hold, ReturnSeats back) {
        if (back.everything()) {
            return hold.places();
        }
        return hold.confirmed() ? hold.places().common(back.places()) : new Places(List.of(), List.of());
    }

    private static Decision<InventoryEvent> silently(InventoryEvent event) {
        return Decision.silently(List.of(event));
    }

    private static Refusal unknown() {
        return Refusal.of("unknown_reservation", "There is no such reservation.");
    }

    private static Refusal inUse() {
        return Refusal.of(
                "reservation_in_use", "This reservation belongs to another order. Reserve anew to order once more.");
    }

    private static Refusal ended() {
        return Refusal.of("reservation_ended", "This reservation has ended.");
    }
}
