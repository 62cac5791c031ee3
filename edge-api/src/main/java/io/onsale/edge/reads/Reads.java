package io.onsale.edge.reads;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.streams.Broadcaster;
import io.onsale.edge.views.Versions;
import io.onsale.edge.views.Views;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All routes that read, and the streams they keep. */
public final class Reads implements Routes, AutoCloseable {
    private static final Duration SEATS_PACE = Duration.ofMillis(50);
    private static final Duration LIVE_PACE = Duration.ofSeconds(1);

    private final Broadcaster seatStreams = new Broadcaster("seats", SEATS_PACE);
    private final Broadcaster liveStreams = new Broadcaster("live", LIVE_PACE);
    private final Optional<ClickHouseReader> analytics;
    private final Versions versions;
    private final VersionHeaders headers;
    private final List<Routes> groups;

    /**
     * Reads from these views.
     *
     * @param missing what the edge still lacks to be ready; empty where it is
     * @param analytics where the funnel is asked for, if anywhere; closed with this
     * @param publicShowcase whether anyone may see the funnel of the sale that is running
     */
    public Reads(
            Views views,
            VersionHeaders headers,
            Callers callers,
            Supplier<List<String>> missing,
            Optional<ClickHouseReader> analytics,
            boolean publicShowcase,
            Clock clock) {
        this.analytics = analytics;
        this.versions = views.versions();
        this.headers = headers;
        Events events = new Events(views.catalogue(), callers);
        Optional<Funnel> funnel = analytics.map(Funnel::new);
        this.groups = List.of(
                new OperationsRoutes(missing, clock),
                new CatalogueRoutes(views.catalogue(), views.seats(), views.queues(), views.checkout(), events, clock),
                new OrganizerRoutes(
                        views.catalogue(),
                        views.seats(),
                        views.queues(),
                        views.checkout().sales(),
                        events,
                        callers,
                        clock),
                new SeatRoutes(new SeatSelections(events, views.seats()), seatStreams),
                new LiveRoutes(events, views.seats(), views.queues(), liveStreams, clock),
                new PricingRoutes(events, views.seats(), clock),
                new ReservationRoutes(views.reservations(), callers),
                new FunnelRoutes(events, callers, funnel, clock),
                new ShowcaseRoutes(
                        new Showcase(views.catalogue(), views.seats()), views.queues(), publicShowcase, funnel, clock));
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.before("/api/*", this::awaitWanted);
        groups.forEach(group -> group.register(routes));
    }

    /** What an order would cost is read too, of what has just been held. */
    private void awaitWanted(Context ctx) throws InterruptedException {
        if (ctx.method().equals(HandlerType.GET) || ctx.path().equals("/api/orders/preview")) {
            versions.awaitWanted(headers.wanted(ctx));
        }
    }

    /** What keeps the streams from telling what is new; empty where they do. */
    public List<String> missing() {
        return Stream.of(seatStreams, liveStreams)
                .flatMap(streams -> streams.complaint().stream())
                .toList();
    }

    /** Lets go of whoever follows a stream; to be called before the server stops, which waits for them. */
    @Override
    public void close() {
        seatStreams.close();
        liveStreams.close();
        analytics.ifPresent(ClickHouseReader::close);
    }
}
