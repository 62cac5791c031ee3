package io.onsale.topologies.catalogue.domain;

import io.onsale.topologies.catalogue.domain.CatalogueCommand.MovePerformance;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.Performance;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a performance may still be given another time, or be called off. */
final class DateRules {

    /**
     * How far away a performance stays that its organizer brings forward once it is on sale: a mistake can be put right meanwhile, and whatever was held
     * or waits for a bank transfer by then has ended before the performance begins.
     */
    static final Duration NOTICE = Duration.ofHours(24);

    private DateRules() {}

    /** Why a performance can't be moved so, or null where it can. */
    static @Nullable Refusal move(Listing listing, MovePerformance move, Instant at) {
        Refusal why = toCome(listing, move.performanceId(), at);
        if (why != null) {
            return why;
        }
        if (!move.startsAt().isAfter(at)) {
            return Refusal.of("invalid_event", "A performance can't be moved into the past; name an instant to come.");
        }
        return inTime(listing, move, at)
                ? null
                : Refusal.of(
                        "invalid_event",
                        "A performance that is on sale can be brought forward only to an instant that is at least "
                                + NOTICE.toHours()
                                + " hours away; name a later one, or call it off.");
    }

    /** Operators may for whatever reason; without tickets nobody misses anything. */
    private static boolean inTime(Listing listing, MovePerformance move, Instant at) {
        boolean sold = listing.status() != Status.DRAFT
                && !at.isBefore(listing.definition().terms().onSaleAt());
        boolean earlier = listing.performance(move.performanceId())
                .filter(performance -> move.startsAt().isBefore(performance.startsAt()))
                .isPresent();
        return move.by().operator() || !sold || !earlier || !move.startsAt().isBefore(at.plus(NOTICE));
    }

    /** Why nothing can be done about a performance any more, or null where something can. */
    static @Nullable Refusal toCome(Listing listing, String performanceId, Instant at) {
        Performance performance = listing.performance(performanceId).orElse(null);
        if (performance == null) {
            return Refusal.of("unknown_performance", "This event has no such performance.");
        }
        if (performance.cancelled()) {
            return Refusal.of("wrong_status", "This performance was called off already.");
        }
        return performance.startsAt().isAfter(at)
                ? null
                : Refusal.of("wrong_status", "This performance has begun; it can't be moved or called off any more.");
    }
}
