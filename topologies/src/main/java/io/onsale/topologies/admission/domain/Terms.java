package io.onsale.topologies.admission.domain;

import io.onsale.waiting.JoinBounds;
import io.onsale.waiting.Policy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a waiting room goes by.
 *
 * @param opensAt from then on fans join
 * @param drawsAt when the sale begins: who has joined by then takes part in the draw
 * @param pace in force at first; control changes it
 * @param beacon what the draw waits for, if anything
 * @param arriveWithin whoever is let in and does not come by then loses the place
 * @param limits of joining
 * @param saleEndsAt from then on nothing is sold; null where that was never told
 */
public record Terms(
        String organizerId,
        Instant opensAt,
        Instant drawsAt,
        Pace pace,
        Policy policy,
        @Nullable Beacon beacon,
        Duration arriveWithin,
        JoinLimits limits,
        @Nullable Instant saleEndsAt) {

    /** Places in line from one network address, and from one device. */
    public record JoinLimits(int perAddress, int perDevice) {

        /** From the device that a join names, or from all those together that its address does not name. */
        int perDevice(Join.Origin origin) {
            return origin.device() == 0 ? JoinBounds.withoutDevice(perAddress, perDevice) : perDevice;
        }
    }

    Terms drawnAt(Instant at) {
        return new Terms(organizerId, opensAt, at, pace, policy, beacon, arriveWithin, limits, saleEndsAt);
    }

    Terms sellingUntil(@Nullable Instant end) {
        return new Terms(organizerId, opensAt, drawsAt, pace, policy, beacon, arriveWithin, limits, end);
    }
}
