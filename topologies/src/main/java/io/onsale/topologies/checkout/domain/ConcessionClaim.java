package io.onsale.topologies.checkout.domain;

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
}
