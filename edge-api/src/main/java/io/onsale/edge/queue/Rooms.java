package io.onsale.edge.queue;

import io.onsale.edge.auth.Caller;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.routes.EventIds;
import io.onsale.edge.routes.Shows;
import io.onsale.edge.views.Progress;
import io.onsale.edge.views.queue.QueueRoom;
import io.onsale.edge.views.queue.QueueView;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.waiting.Hash;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Finds the waiting room that a request is about. */
final class Rooms {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Shows shows;
    private final QueueView view;

    Rooms(Shows shows, QueueView view) {
        this.shows = shows;
        this.view = view;
    }

    /** An event that anybody may know of and that has a waiting room. */
    EventDefinition event(String eventId) {
        EventDefinition event = shows.definition(EventIds.require(eventId)).orElseThrow(Rooms::unknown);
        if (!shows.isPublic(eventId)) {
            throw unknown();
        }
        if (event.getWaitingRoom() == null) {
            throw none();
        }
        return event;
    }

    /** The room of an event. */
    QueueRoom room(String eventId) {
        return view.room(EventIds.require(eventId)).orElseThrow(() -> {
            event(eventId);
            return Problem.of(503, "not_caught_up", "This instance has not seen that waiting room yet.")
                    .retryAfterSeconds(1)
                    .toException();
        });
    }

    /** The file with the lines of a roster that is in memory no more. */
    Optional<Path> archived(Hash root) {
        return view.archive().find(root);
    }

    /** The event, for whoever runs it: its organizer, or an operator. */
    EventDefinition run(Caller caller, String eventId) {
        EventDefinition event = shows.run(caller, eventId);
        if (event.getWaitingRoom() == null) {
            throw none();
        }
        return event;
    }

    /** Waits until a room's facts up to a sequence are in view; refuses where that takes too long. */
    void awaitSeen(String eventId, long sequence) {
        if (!sees(eventId, sequence, PATIENCE)) {
            throw Problem.of(503, "not_caught_up", "This instance has not seen that place yet.")
                    .retryAfterSeconds(1)
                    .toException();
        }
    }

    /** Whether a room's facts up to a sequence are in view, waiting so long. */
    boolean sees(String eventId, long sequence, Duration patience) {
        Progress progress = view.progress();
        try {
            return progress.await(eventId, sequence, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ProblemException unknown() {
        return Problem.of(404, "unknown_event", "There is no such event.").toException();
    }

    private static ProblemException none() {
        return Problem.of(409, "no_waiting_room", "This event sells without a waiting room: hold places at once.")
                .toException();
    }
}
