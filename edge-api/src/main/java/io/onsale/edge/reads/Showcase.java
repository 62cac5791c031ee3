package io.onsale.edge.reads;

import io.onsale.edge.views.catalogue.CatalogueView;
import io.onsale.edge.views.catalogue.Listing;
import io.onsale.edge.views.seats.Activity;
import io.onsale.edge.views.seats.SeatsView;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** The event to show off: the one on sale in which most happens. */
final class Showcase {
    private final CatalogueView catalogue;
    private final SeatsView seats;

    Showcase(CatalogueView catalogue, SeatsView seats) {
        this.catalogue = catalogue;
        this.seats = seats;
    }

    /** The event as of an instant; nothing where none is on sale. */
    Optional<Listing> at(Instant now) {
        return seats.shows().stream()
                .flatMap(show -> catalogue.find(show.eventId()).stream()
                        .filter(listing -> EventJson.status(listing, now).equals("on_sale"))
                        .map(listing -> new Candidate(listing, show.activity(now))))
                .max(Candidate.BY_ACTIVITY)
                .map(Candidate::listing);
    }

    private record Candidate(Listing listing, Activity activity) {
        static final Comparator<Candidate> BY_ACTIVITY = Comparator.<Candidate>comparingInt(
                        each -> each.activity.recentHolds())
                .thenComparing(each -> each.listing.definition().getOnSaleAt())
                .thenComparing(each -> each.listing.eventId());
    }
}
