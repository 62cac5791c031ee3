package io.onsale.topologies.inventory;

import io.onsale.schemas.inventory.HoldSeats;
import io.onsale.topologies.inventory.domain.Wish;

/** What a fan would like to hold, from Avro to the domain. */
final class WishMapping {

    private WishMapping() {}

    static Wish wish(HoldSeats hold) {
        boolean named = !hold.getSeatIds().isEmpty();
        boolean counted = hold.getQuantity() != 0 || hold.getBestAvailable() || hold.getSlot() != null;
        if (!counted) {
            return new Wish.Named(hold.getSection(), hold.getSeatIds(), hold.getCompanion());
        }
        if (named || (hold.getBestAvailable() && hold.getSlot() != null)) {
            return new Wish.Unclear();
        }
        return hold.getBestAvailable()
                ? new Wish.Best(hold.getSection(), hold.getQuantity(), hold.getTogether(), hold.getAttributes())
                : new Wish.Some(hold.getSection(), hold.getSlot(), hold.getQuantity());
    }
}
