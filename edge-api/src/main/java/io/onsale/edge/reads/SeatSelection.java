package io.onsale.edge.reads;

import io.onsale.edge.views.seats.Show;
import io.onsale.edge.views.seats.Snapshot;
import io.onsale.edge.views.seats.Span;
import java.util.Optional;

/**
 * The seats that a request is about: those of a performance, or of one section of it.
 *
 * @param compact whether they are wanted in the compact form
 */
record SeatSelection(Show show, String performanceId, Optional<String> section, boolean compact) {

    Span span() {
        return section.flatMap(show.hall()::area).map(Span::of).orElseGet(() -> Span.of(show.hall()));
    }

    Snapshot snapshot() {
        return show.snapshot(performanceId, span()).orElseThrow();
    }
}
