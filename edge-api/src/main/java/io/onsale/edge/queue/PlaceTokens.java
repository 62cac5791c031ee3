package io.onsale.edge.queue;

import io.javalin.http.Context;
import io.onsale.edge.auth.QueueTokens;
import io.onsale.edge.auth.QueueTokens.Place;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out which place a request is about by its queue token, and makes such tokens. */
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

    /** Whether a request brings a token that is no queue token: perhaps the access token of somebody who is signed in. */
    boolean bringsAnother(Context ctx) {
        @Nullable String header = ctx.req().getHeader("Authorization");
        return header != null && place(header).isEmpty();
    }

    String mint(Place place) {
        return tokens.mint(place);
    }

    private Place require(Context ctx) {
        @Nullable String header = ctx.req().getHeader("Authorization");
        if (header == null) {
            throw Problem.of(401, "unauthenticated", "This call needs the queue token that joining gave.")
                    .withHeader("WWW-Authenticate", "Bearer")
                    .toException();
        }
        return place(header)
                .orElseThrow(() -> Problem.of(401, "invalid_token", "This is not a queue token: join again to get one.")
                        .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                        .toException());
    }

    private Optional<Place> place(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? tokens.verify(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static Place inLineOf(String eventId, Place place) {
        if (!place.eventId().equals(eventId)) {
            throw Problem.of(403, "foreign_queue_token", "This queue token is for another event.")
                    .toException();
        }
        return place;
    }
}
