package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.InventoryEvent.HoldExpired;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldReleased;
import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsConfirmed;
import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsReturned;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShopperClosed;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShopperClosing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What shoppers still hold, event by event of one decision that has not taken effect yet. */
final class OpenHolds {

    private final InventoryView view;
    private final Map<String, Set<String>> left = new HashMap<>();
    private final Set<String> closing = new HashSet<>();

    OpenHolds(InventoryView view) {
        this.view = view;
    }

    /**
     * What the event means for the shopper whose hold ends by it, or null where that is nothing.
     *
     * <p>Whoever is closing is closed with the last open hold; whoever is not is closed by buying it.
     */
    @Nullable
    ShopperClosed closedBy(InventoryEvent event) {
        if (event instanceof ShopperClosing begun) {
            closing.add(begun.admissionId());
        }
        String id = endedBy(event);
        Hold hold = id == null ? null : view.hold(id);
        String admission = hold == null || !hold.open() ? null : hold.admissionId();
        Shopper shopper = admission == null ? null : view.shopper(admission);
        if (id == null || admission == null || shopper == null) {
            return null;
        }
        Set<String> open = left.computeIfAbsent(admission, unseen -> new HashSet<>(shopper.holds()));
        open.remove(id);
        boolean wasClosing = shopper.closing() || closing.contains(admission);
        boolean bought = event instanceof SeatsConfirmed;
        return open.isEmpty() && (wasClosing || bought)
                ? new ShopperClosed(admission, shopper.fanId(), !wasClosing, shopper.expiresAt())
                : null;
    }

    private static @Nullable String endedBy(InventoryEvent event) {
        return switch (event) {
            case HoldReleased released -> released.holdId();
            case HoldExpired expired -> expired.holdId();
            case SeatsConfirmed confirmed -> confirmed.holdId();
            case SeatsReturned back -> back.holdId();
            default -> null;
        };
    }
}
