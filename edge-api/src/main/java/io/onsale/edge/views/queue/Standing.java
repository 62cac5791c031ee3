package io.onsale.edge.views.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a place stands.
 *
 * @param version the last of the room's facts that this takes into account
 * @param inLine whether no draw decides about it any more: it was drawn, or came too late for that
 * @param ahead how many are ahead, once that is known
 * @param start how many were ahead when there first was a position
 * @param shopper where it is let in
 */
public record Standing(
        long version,
        long sequence,
        Stage stage,
        boolean inLine,
        OptionalInt ahead,
        int start,
        Instant joinedAt,
        Optional<Shopper> shopper) {

    /** Of the way to the front, so much in a hundred is done. */
    public OptionalInt percent() {
        if (ahead.isEmpty()) {
            return OptionalInt.empty();
        }
        // Whoever was moved back has more ahead than at the start.
        int left = Math.min(ahead.getAsInt(), start);
        return OptionalInt.of(start <= 0 ? 100 : (int) (100L * (start - left) / start));
    }
}
