package io.onsale.edge.reads;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.Routes;
import io.onsale.edge.streams.Broadcaster;
import io.onsale.edge.views.catalogue.Listing;
import io.onsale.edge.views.queue.QueueView;
import io.onsale.edge.views.seats.SeatsView;
import io.onsale.edge.views.seats.Show;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A sale as it goes, for anyone who watches. */
final class LiveRoutes implements Routes {
    private static final int LONGEST_ID = 128;

    private final Events events;
    private final SeatsView seats;
    private final QueueView queues;
    private final Broadcaster broadcaster;
    private final Clock clock;

    LiveRoutes(Events events, SeatsView seats, QueueView queues, Broadcaster broadcaster, Clock clock) {
        this.events = events;
        this.seats = seats;
        this.queues = queues;
        this.broadcaster = broadcaster;
        this.clock = clock;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/events/{event_id}/live", this::live);
    }

    private void live(Context ctx) throws IOException, InterruptedException {
        Listing listing = events.inPath(ctx);
        Show show = seats.show(listing.eventId())
                .orElseThrow(() -> Problem.of(404, "not_opened", "This event does not sell yet.")
                        .toException());
        Optional<String> performance = Params.optional(ctx, "performance_id", LONGEST_ID);
        if (performance.isPresent() && !show.performances().contains(performance.get())) {
            throw Problem.of(404, "unknown_performance", "The event has no such performance.")
                    .toException();
        }
        List<String> performances = performance.map(List::of).orElseGet(() -> List.copyOf(show.performances()));
        EventStreams.begin(ctx);
        broadcaster.serve(
                new About(show, performances),
                () -> new LiveSource(show, performances, queues, clock),
                new LiveSource(show, performances, queues, clock),
                ctx.res().getOutputStream());
    }

    private record About(Show show, List<String> performances) {}
}
