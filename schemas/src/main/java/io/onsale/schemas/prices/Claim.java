package io.onsale.schemas.prices;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A concession asked for some places: numbered seats, or so many of a section without them.
 *
 * @param quantity of the section
 */
public record Claim(
        String concession, List<String> seatIds, @Nullable String section, int quantity) {

    public Claim {
        seatIds = List.copyOf(seatIds);
    }

    int places() {
        return section == null ? 0 : quantity;
    }
}
