package io.onsale.waiting;

import java.util.List;
import java.util.OptionalInt;

/**
 * Who was sent to the very end after the roster was frozen, as it is published.
 *
 * @param count how many the draw says there are; empty before the freeze, and in what was published before it was said
 */
public record Moves(OptionalInt count, List<Move> all) {

    public Moves {
        all = List.copyOf(all);
    }
}
