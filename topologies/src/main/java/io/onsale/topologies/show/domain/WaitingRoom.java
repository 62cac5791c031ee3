package io.onsale.topologies.show.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Fans wait in line for an event and are let in so many at a time.
 *
 * @param opensAt from then on fans join; the line is drawn when the sale begins
 * @param policy the version of the rule that orders the line
 * @param beacon null: the draw rests on the seed and the roster alone
 */
public record WaitingRoom(
        Instant opensAt, Pace pace, String policy, @Nullable Beacon beacon, Joining joining) {

    /**
     * How many are let in.
     *
     * @param maxConcurrent so many may shop at once
     * @param arriveWithinSeconds whoever is let in and does not come by then loses the place
     */
    public record Pace(int maxConcurrent, int admitPerSecond, int arriveWithinSeconds) {}

    /**
     * A public source of randomness, and which of its rounds counts.
     *
     * @param dueAt when the round's value becomes public; null in what was published before that was asked for
     */
    public record Beacon(
            String source, long round, @Nullable Instant dueAt) {}

    /**
     * Who may join.
     *
     * @param maxPerAddress places in line from one network address
     * @param maxPerDevice places in line from one device
     */
    public record Joining(int maxPerAddress, int maxPerDevice, Challenge challenge) {}

    /** When somebody who joins has to solve a challenge. */
    public enum Challenge {
        NEVER,
        CROWDED,
        ALWAYS
    }
}
