package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.InventoryCommand.ExtendHold;
import io.onsale.topologies.inventory.domain.InventoryCommand.ReleaseHold;
import io.onsale.topologies.inventory.domain.InventoryEvent.ExtendRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldExtended;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldReleased;
import io.onsale.topologies.inventory.domain.InventoryEvent.ReleaseRefused;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a fan may do with a hold: give it back, or prolong it once. */
final class FanRules {

    Decision<InventoryEvent> release(InventoryView view, ReleaseHold release, Instant at) {
        String id = release.holdId();
        Hold hold = own(view, id, release.fanId(), at);
        if (hold == null) {
            return refuse(view, release, unknown());
        }
        HoldReleased released = new HoldReleased(id, hold.fanId(), hold.performanceId(), hold.places(), hold.orderId());
        return switch (hold.state()) {
            case OPEN -> Decision.of(released);
            case RELEASED -> Decision.answer(released);
            case EXPIRED -> refuse(view, release, ended("This reservation has expired."));
            case CONFIRMED -> refuse(view, release, ended("This reservation was bought."));
            case RETURNED ->
                refuse(view, release, ended("This reservation has ended: its order gave everything back."));
        };
    }

    Decision<InventoryEvent> extend(InventoryView view, ExtendHold extend, Instant at) {
        SeatMap map = view.seatMap();
        Hold hold = own(view, extend.holdId(), extend.fanId(), at);
        if (map == null || hold == null) {
            return refuse(view, extend, unknown());
        }
        if (!hold.open() || map.isCancelled(hold.performanceId())) {
            return refuse(view, extend, ended("This reservation has ended."));
        }
        if (mayNotGoOn(view, hold)) {
            return refuse(view, extend, ShopperRules.ADMISSION_ENDED);
        }
        if (hold.extended()) {
            return refuse(view, extend, Refusal.of("already_extended", "This reservation was prolonged once already."));
        }
        Instant later = hold.expiresAt().plusSeconds(map.definition().terms().holdSeconds());
        return Decision.of(new HoldExtended(extend.holdId(), hold.fanId(), later, hold.orderId()));
    }

    /** Whoever is closing finishes what an order has claimed, in the time it has. */
    private static boolean mayNotGoOn(InventoryView view, Hold hold) {
        Shopper shopper = hold.admissionId() == null ? null : view.shopper(hold.admissionId());
        return shopper != null && !shopper.shopping();
    }

    private static @Nullable Hold own(InventoryView view, String id, String fan, Instant at) {
        Hold hold = view.hold(id, at);
        return hold == null || !hold.fanId().equals(fan) ? null : hold;
    }

    private static Decision<InventoryEvent> refuse(InventoryView view, ReleaseHold release, Refusal why) {
        return InventoryDecider.tell(view, new ReleaseRefused(release.holdId(), release.fanId(), why));
    }

    private static Decision<InventoryEvent> refuse(InventoryView view, ExtendHold extend, Refusal why) {
        return InventoryDecider.tell(view, new ExtendRefused(extend.holdId(), extend.fanId(), why));
    }

    private static Refusal unknown() {
        return Refusal.of("unknown_reservation", "There is no such reservation.");
    }

    private static Refusal ended(String detail) {
        return Refusal.of("reservation_ended", detail);
    }
}
