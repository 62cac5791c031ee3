package io.onsale.edge.queue;

import io.javalin.config.RoutesConfig;
import io.onsale.edge.auth.AdmissionTokens;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.auth.QueueTokens;
import io.onsale.edge.auth.SigningKeys;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.log.CommandLog;
import io.onsale.edge.log.Commands;
import io.onsale.edge.queue.challenge.Challenges;
import io.onsale.edge.routes.Shows;
import io.onsale.edge.views.Views;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.QueuePseudonyms;
import java.time.Clock;
import java.util.List;

/** All routes of the waiting room, and what they keep between requests. */
public final class Queue implements Routes, AutoCloseable {
    private final JoinBatches batches;
    private final PlaceStreams streams;
    private final List<Routes> groups;

    /** A waiting room's routes over this log and these views. */
    public Queue(
            CommandLog log,
            Views views,
            Shows shows,
            Callers callers,
            Throttles throttles,
            Challenges challenges,
            SigningKeys keys,
            AdmissionTokens admissions,
            ProcessKey key,
            Clock clock) {
        Commands commands = new Commands(log, key, clock);
        VersionHeaders versions = new VersionHeaders(key);
        QueueTokens tokens = new QueueTokens(key);
        Rooms rooms = new Rooms(shows, views.queues());
        PlaceJson json = new PlaceJson(clock);
        SaleGlances sales = new SaleGlances(views.seats());
        Arrivals arrivals = new Arrivals(commands, admissions);
        Receipts receipts = new Receipts(admissions);
        KnownFans known = new KnownFans(views.queues(), new QueuePseudonyms(key));
        Bells bells = new Bells();
        Calls calls = new Calls(bells, sales);
        views.queues().tell(calls);
        this.batches = new JoinBatches(commands);
        this.streams = new PlaceStreams(bells, calls, json, sales, arrivals);
        this.groups = List.of(
                new JoinRoutes(
                        callers,
                        rooms,
                        new Doorkeeper(throttles, challenges, known),
                        batches,
                        new PastPurchases(views.orders(), shows, clock),
                        new PlaceDigests(key),
                        tokens,
                        json,
                        receipts,
                        versions),
                new PlaceRoutes(
                        new PlaceTokens(tokens),
                        new OwnPlaces(callers, rooms, known),
                        rooms,
                        json,
                        sales,
                        arrivals,
                        receipts,
                        commands,
                        streams,
                        versions),
                new DrawRoutes(rooms, keys, throttles, clock),
                new ControlRoutes(callers, rooms, commands, versions, clock));
    }

    @Override
    public void register(RoutesConfig routes) {
        groups.forEach(group -> group.register(routes));
    }

    /** Lets go of whoever follows a place; to be called before the server stops, which waits for them. */
    public void letGo() {
        streams.close();
    }

    /** Stops joining; to be called once the server has stopped. */
    @Override
    public void close() {
        streams.close();
        batches.close();
    }
}
