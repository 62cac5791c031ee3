package io.onsale.topologies.checkout.domain;

import io.onsale.schemas.bounds.EventBounds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reduced price asked for some of an order's places: numbered seats, or so many places of a section without them.
 *
 * @param quantity of the section
 */
public record ConcessionClaim(
        String code, List<String> seatIds, @Nullable String section, int quantity) {

    public ConcessionClaim {
        seatIds = List.copyOf(seatIds);
    }

    /** For how many tickets. The order of a claim for none, or for more than anybody may have, comes to nothing. */
    int tickets() {
        int places = section == null ? 0 : Math.clamp(quantity, 0, EventBounds.MOST_TICKETS);
        return seatIds.size() + places;
    }
}
