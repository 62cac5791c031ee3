package io.onsale.standalone.crowd;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * The waiting room before the show.
 *
 * @param before how long the room is open before the sale begins
 * @param maxConcurrent how many may shop at once
 * @param admitPerSecond how many are let in each second, at most
 * @param arriveWithin how long whoever is let in may take to come
 */
public record CrowdRoom(Duration before, int maxConcurrent, int admitPerSecond, Duration arriveWithin) {

    private static final Duration BEFORE = Duration.ofSeconds(10);
    private static final Duration ARRIVE_WITHIN = Duration.ofSeconds(10);

    /** Everybody in a crowd comes from the same address. */
    private static final int MOST_PLACES = 1_000_000;

    /** A room through which such a crowd comes in about half a minute. */
    public static CrowdRoom of(int fans) {
        return new CrowdRoom(BEFORE, Math.max(10, fans / 4), Math.max(10, fans / 20), ARRIVE_WITHIN);
    }

    /** As an organizer posts it. */
    ObjectNode json(Instant opensAt) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("enabled", true)
                .put("opens_at", opensAt.toString())
                .put("max_concurrent", maxConcurrent)
                .put("admit_per_second", admitPerSecond)
                .put("arrive_within_seconds", arriveWithin.toSeconds())
                .put("max_per_address", MOST_PLACES)
                .put("max_per_device", MOST_PLACES)
                .put("challenge", "never");
    }
}
