package io.onsale.edge.queue;

import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.auth.QueueTokens.Place;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import io.onsale.edge.views.queue.QueueRoom;

/** Finds the place in a line of whoever is signed in, on whatever device they joined. */
final class OwnPlaces {
    private static final int MAX_ID = 128;

    private final Callers callers;
    private final Rooms rooms;
    private final KnownFans known;

    OwnPlaces(Callers callers, Rooms rooms, KnownFans known) {
        this.callers = callers;
        this.rooms = rooms;
        this.known = known;
    }

    /** The place with which the caller waits or is let in at the event that the query names. */
    Place requireOfQuery(Context ctx) {
        Caller caller = callers.requireBuyer(ctx);
        QueueRoom room = rooms.room(Params.required(ctx, "event_id", MAX_ID));
        long sequence = known.place(room, caller.accountId())
                .orElseThrow(
                        () -> Problem.of(404, "not_in_queue", "You have no place in this line: join it to get one.")
                                .toException());
        return new Place(room.eventId(), caller.accountId(), sequence, room.version());
    }
}
