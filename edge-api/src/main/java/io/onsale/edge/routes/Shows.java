package io.onsale.edge.routes;

import io.onsale.edge.http.Version;
import io.onsale.schemas.catalogue.EventDefinition;
import java.time.Duration;
import java.util.Optional;

/** What the routes that write need to know of events that are in view. */
public interface Shows {

    /** Waits until seats of this event can be held, and answers the version from which on they can; nothing where that takes too long. */
    Optional<Version> awaitOpen(String eventId, Duration patience);

    /** What an event is like now; nothing where it is not in view. */
    Optional<EventDefinition> definition(String eventId);

    /** True where anybody may know of this event. */
    boolean isPublic(String eventId);
}
