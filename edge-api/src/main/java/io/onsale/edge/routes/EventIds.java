package io.onsale.edge.routes;

import io.onsale.edge.http.Problem;
import io.onsale.edge.log.Ids;
import io.onsale.schemas.privacy.Hmac;
import io.onsale.schemas.privacy.ProcessKey;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids of events, and of the reservations that carry them. */
public final class EventIds {

    /** What an event's id can look like; anything else is not worth a record in the log. */
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Hmac hmac;

    EventIds(ProcessKey key) {
        this.hmac = new Hmac(key.derive("event-id"));
    }

    /**
     * The id of the event that an organizer creates with this idempotency key: always the same one, on every edge, so that a repeated request meets the
     * same decider. It looks random to whoever doesn't have the process key (UUID version 8).
     */
    String ofNew(String organizerId, String idempotencyKey) {
        ByteBuffer code = ByteBuffer.wrap(hmac.of(organizerId + "\n" + idempotencyKey));
        long high = (code.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000;
        long low = (code.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** The id itself, where an event may have it. */
    public static String require(String eventId) {
        if (!SHAPE.matcher(eventId).matches()) {
            throw Problem.of(404, "unknown_event", "There is no such event.").toException();
        }
        return eventId;
    }

    /** A new id of a reservation; it carries the event's, so that any edge finds who decides about it. */
    static String newReservation(String eventId) {
        return eventId + "." + Ids.next();
    }

    /** The event of a reservation; nothing where no reservation has such an id. */
    static Optional<String> ofReservation(String reservationId) {
        int dot = reservationId.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.of(reservationId.substring(0, dot))
                        .filter(eventId -> SHAPE.matcher(eventId).matches());
    }
}
