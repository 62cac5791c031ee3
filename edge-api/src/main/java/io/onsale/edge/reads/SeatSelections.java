package io.onsale.edge.reads;

import io.javalin.http.Context;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.views.catalogue.Listing;
import io.onsale.edge.views.seats.SeatsView;
import io.onsale.edge.views.seats.Show;
import java.util.List;
import java.util.Optional;

/** Finds the seats that a request is about. */
final class SeatSelections {
    private static final int LONGEST_ID = 128;
    private static final int LONGEST_NAME = 64;

    private final Events events;
    private final SeatsView seats;

    SeatSelections(Events events, SeatsView seats) {
        this.events = events;
        this.seats = seats;
    }

    SeatSelection of(Context ctx) {
        Listing listing = events.inPath(ctx);
        Show show = seats.show(listing.eventId())
                .orElseThrow(() -> unknown("not_opened", "The seats of this event are not there yet."));
        Optional<String> section = Params.optional(ctx, "section", LONGEST_NAME);
        if (section.isPresent() && show.hall().area(section.get()).isEmpty()) {
            throw unknown("unknown_section", "The event has no such section.");
        }
        boolean compact = Query.oneOf(ctx, "format", List.of("full", "compact"))
                .map(format -> format.equals("compact"))
                .orElse(false);
        return new SeatSelection(show, performance(ctx, show), section, compact);
    }

    private static String performance(Context ctx, Show show) {
        Optional<String> wanted = Params.optional(ctx, "performance_id", LONGEST_ID);
        if (wanted.isEmpty() && show.performances().size() != 1) {
            throw Problem.of(422, "performance_required", "The event has several performances; name one.")
                    .with("field", "performance_id")
                    .toException();
        }
        String performance =
                wanted.orElseGet(() -> show.performances().iterator().next());
        if (!show.performances().contains(performance)) {
            throw unknown("unknown_performance", "The event has no such performance.");
        }
        return performance;
    }

    private static ProblemException unknown(String code, String detail) {
        return Problem.of(404, code, detail).toException();
    }
}
