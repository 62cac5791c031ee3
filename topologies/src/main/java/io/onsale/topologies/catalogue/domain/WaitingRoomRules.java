package io.onsale.topologies.catalogue.domain;

import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.WaitingRoom;
import io.onsale.topologies.show.domain.WaitingRoom.Beacon;
import io.onsale.topologies.show.domain.WaitingRoom.Joining;
import io.onsale.topologies.show.domain.WaitingRoom.Pace;
import io.onsale.waiting.PaceBounds;
import io.onsale.waiting.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** What an event's waiting room must be like. */
final class WaitingRoomRules {

    private static final Duration LONGEST_AHEAD = Duration.ofDays(30);
    private static final int SHORTEST_ARRIVAL = 5;
    /** An admission ends after a quarter of an hour anyway. */
    private static final int LONGEST_ARRIVAL = 900;

    private static final int MOST_PLACES = 1_000_000;
    /** What JSON keeps exactly. */
    private static final long LAST_ROUND = (1L << 53) - 1;

    private WaitingRoomRules() {}

    static void check(ShowDefinition definition, Problems problems) {
        WaitingRoom room = definition.waitingRoom();
        if (room == null) {
            return;
        }
        opening(room.opensAt(), definition.terms().onSaleAt(), problems);
        pace(room.pace(), problems);
        problems.check(
                Policy.named(room.policy()).isPresent(),
                "waiting_room.policy",
                "must be one of " + Policy.NAMED.stream().map(Policy::version).collect(Collectors.joining(", ")));
        if (room.beacon() != null) {
            beacon(room.beacon(), problems);
        }
        joining(room.joining(), problems);
    }

    private static void opening(Instant opensAt, Instant onSaleAt, Problems problems) {
        problems.check(opensAt.isBefore(onSaleAt), "waiting_room.opens_at", "must be before on_sale_at");
        problems.check(
                !opensAt.isBefore(onSaleAt.minus(LONGEST_AHEAD)),
                "waiting_room.opens_at",
                "must be at most " + LONGEST_AHEAD.toDays() + " days before on_sale_at");
    }

    private static void pace(Pace pace, Problems problems) {
        problems.checkWithin(pace.maxConcurrent(), 1, PaceBounds.MOST_CONCURRENT, "waiting_room.max_concurrent");
        problems.checkWithin(pace.admitPerSecond(), 1, PaceBounds.MOST_PER_SECOND, "waiting_room.admit_per_second");
        problems.checkWithin(
                pace.arriveWithinSeconds(), SHORTEST_ARRIVAL, LONGEST_ARRIVAL, "waiting_room.arrive_within_seconds");
    }

    private static void beacon(Beacon beacon, Problems problems) {
        problems.checkText(beacon.source(), 1, Problems.NAME_LENGTH, "waiting_room.beacon.source");
        problems.checkWithin(beacon.round(), 0, LAST_ROUND, "waiting_room.beacon.round");
    }

    private static void joining(Joining joining, Problems problems) {
        problems.checkWithin(joining.maxPerAddress(), 1, MOST_PLACES, "waiting_room.max_per_address");
        problems.checkWithin(joining.maxPerDevice(), 1, MOST_PLACES, "waiting_room.max_per_device");
    }
}
