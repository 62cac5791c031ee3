package io.onsale.edge.queue;

import io.onsale.edge.views.queue.QueueRoom;
import io.onsale.edge.views.queue.QueueView;
import io.onsale.schemas.privacy.QueuePseudonyms;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** Who has a place in which line, as far as it is in view; the log has the last word. */
final class KnownFans {
    private final QueueView view;
    private final QueuePseudonyms pseudonyms;

    KnownFans(QueueView view, QueuePseudonyms pseudonyms) {
        this.view = view;
        this.pseudonyms = pseudonyms;
    }

    /** Whether a fan waits or is let in, or this very request gave the fan a place before. */
    boolean has(String eventId, String fanId, ByteBuffer request) {
        return view.room(eventId)
                .filter(room -> room.hasPlace(fanId, pseudonyms.of(eventId, fanId), request))
                .isPresent();
    }

    /** The place with which a fan waits or is let in. */
    OptionalLong place(QueueRoom room, String fanId) {
        return room.livePlace(fanId, pseudonyms.of(room.eventId(), fanId));
    }
}
