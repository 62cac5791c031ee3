package io.onsale.waiting;

import java.time.Instant;
import java.util.Optional;

/**
 * A round of a public source of randomness, whose value a draw waits for.
 *
 * @param due when its value becomes public, as whoever chose it says; empty where that was not asked for yet
 */
public record BeaconRound(String source, long round, Optional<Instant> due) {

    /** What of a round goes into a draw, as it is published: with a choice among a round's values there would be one among orders. */
    public static final String VALUE = "randomness";

    /** So long is a round's randomness. */
    public static final int VALUE_BYTES = 32;

    /** When its value becomes public, by the source's own timetable; empty where that is not known. */
    Optional<Instant> scheduled() {
        return BeaconTimetable.due(source, round);
    }

    @Override
    public String toString() {
        String text = "round %d of %s".formatted(round, source);
        return due.map(instant -> text + ", due at " + instant).orElse(text);
    }
}
