package io.onsale.edge.auth;

import io.onsale.schemas.privacy.ProcessKey;
import java.util.Optional;

/** Queue tokens: authenticated names of a place in line, cheap to make and to check however many wait. */
public final class QueueTokens {
    private static final int PARTS = 4;

    private final SignedTexts texts;

    /**
     * A place in line.
     *
     * @param sequence in the order of joining
     * @param seen the last of the event's facts that had to be known for the place to be
     */
    public record Place(String eventId, String fanId, long sequence, long seen) {}

    public QueueTokens(ProcessKey key) {
        this.texts = new SignedTexts(key, "queue-token");
    }

    /** The token of a place. */
    public String mint(Place place) {
        // The fan comes last because only that id, which other issuers give, may contain anything.
        return texts.sign(place.sequence() + "|" + place.seen() + "|" + place.eventId() + "|" + place.fanId());
    }

    /** The place that a token names; nothing where it was not made here. */
    public Optional<Place> verify(String token) {
        return texts.verify(token).map(QueueTokens::read);
    }

    /** Reads what we signed. */
    private static Place read(String text) {
        String[] parts = text.split("\\|", PARTS);
        return new Place(parts[2], parts[3], Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
}
