package io.onsale.edge.views.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Some events of a list.
 *
 * @param last where the next page goes on, where there is one
 */
public record Page(List<Listing> listings, Optional<Listing.Position> last) {
    public Page {
        listings = List.copyOf(listings);
    }
}
