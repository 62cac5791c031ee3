package io.onsale.edge.queue;

import io.javalin.http.Context;
import io.onsale.edge.auth.QueueTokens;
import io.onsale.edge.auth.QueueTokens.Place;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds out whose place a request is about: by its queue token, and by nothing else. */
final class PlaceTokens {
    private static final int MAX_ID = 128;
    private static final String SCHEME = "bearer ";

    private final QueueTokens tokens;

    PlaceTokens(QueueTokens tokens) {
        this.tokens = tokens;
    }

    /** The place in this event's line. */
    Place require(Context ctx, String eventId) {
        return inLineOf(eventId, require(ctx));
    }

    /** The place in the line of the event that the query names. */
    Place requireOfQuery(Context ctx) {
        Place place = require(ctx);
        return inLineOf(Params.required(ctx, "event_id", MAX_ID), place);
    }

    private Place require(Context ctx) {
        @Nullable String header = ctx.req().getHeader("Authorization");
        if (header == null) {
            throw Problem.of(401, "unauthenticated", "This call needs the queue token that joining gave.")
                    .withHeader("WWW-Authenticate", "Bearer")
                    .toException();
        }
        Place place = header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? tokens.verify(header.substring(SCHEME.length()).strip()).orElse(null)
                : null;
        if (place == null) {
            throw Problem.of(401, "invalid_token", "This is not a queue token: join again to get one.")
                    .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                    .toException();
        }
        return place;
    }

    private static Place inLineOf(String eventId, Place place) {
        if (!place.eventId().equals(eventId)) {
            throw Problem.of(403, "foreign_queue_token", "This queue token is for another event.")
                    .toException();
        }
        return place;
    }
}
