package io.onsale.edge.routes;

import java.time.Duration;

/** What the routes that write need to know of events that are in view. */
public interface Shows {

    /** Waits until seats of this event can be held; false where that takes too long. */
    boolean awaitOpen(String eventId, Duration patience);

    /** True where anybody may know of this event. */
    boolean isPublic(String eventId);
}
