package io.onsale.topologies.catalogue.domain;

import io.onsale.schemas.bounds.EventBounds;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.WaitingRoom;
import io.onsale.topologies.show.domain.WaitingRoom.Beacon;
import io.onsale.topologies.show.domain.WaitingRoom.Joining;
import io.onsale.topologies.show.domain.WaitingRoom.Pace;
import io.onsale.waiting.BeaconTimetable;
import io.onsale.waiting.PaceBounds;
import io.onsale.waiting.Policy;
import io.onsale.waiting.RoomBounds;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an event's waiting room must be like. */
final class WaitingRoomRules {

    private static final Duration LONGEST_AHEAD = Duration.ofDays(30);
    /** From the sale's beginning on. */
    private static final Duration LONGEST_DRAW = Duration.ofHours(1);

    private static final String DUE_AT = "waiting_room.beacon.due_at";

    private WaitingRoomRules() {}

    /** @param before what the event is like now, if there is one */
    static void check(ShowDefinition definition, @Nullable ShowDefinition before, Problems problems) {
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
            due(room.beacon(), definition.terms().onSaleAt(), before, problems);
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
                pace.arriveWithinSeconds(),
                RoomBounds.SHORTEST_ARRIVAL,
                RoomBounds.LONGEST_ARRIVAL,
                "waiting_room.arrive_within_seconds");
    }

    private static void beacon(Beacon beacon, Problems problems) {
        problems.checkText(beacon.source(), 1, EventBounds.NAME_LENGTH, "waiting_room.beacon.source");
        problems.checkWithin(beacon.round(), 0, RoomBounds.LAST_ROUND, "waiting_room.beacon.round");
    }

    /** Whoever knows the round's value before the roster is final could choose who is in it. */
    private static void due(Beacon beacon, Instant onSaleAt, @Nullable ShowDefinition before, Problems problems) {
        Instant scheduled = BeaconTimetable.due(beacon.source(), beacon.round()).orElse(null);
        Instant due = beacon.dueAt() == null ? scheduled : beacon.dueAt();
        if (due == null) {
            problems.check(
                    before != null && keeps(beacon, before),
                    DUE_AT,
                    "must say when the round is due: no timetable of this source is known");
            return;
        }
        problems.check(
                scheduled == null || scheduled.equals(due),
                DUE_AT,
                "must be when the round is due by the source's timetable, " + scheduled);
        problems.check(
                due.isAfter(onSaleAt),
                DUE_AT,
                "must be after on_sale_at, as what it says must not be known while fans join: the sale begins before %s, or a later round counts"
                        .formatted(due));
        boolean asBefore = before != null
                && keeps(beacon, before)
                && !onSaleAt.isBefore(before.terms().onSaleAt());
        problems.check(
                asBefore || !due.isAfter(onSaleAt.plus(LONGEST_DRAW)),
                DUE_AT,
                "must be at most an hour after on_sale_at, as nobody is let in before the draw: choose an earlier round");
    }

    private static boolean keeps(Beacon beacon, ShowDefinition before) {
        WaitingRoom room = before.waitingRoom();
        return room != null && beacon.equals(room.beacon());
    }

    private static void joining(Joining joining, Problems problems) {
        problems.checkWithin(joining.maxPerAddress(), 1, RoomBounds.MOST_PLACES, "waiting_room.max_per_address");
        problems.checkWithin(joining.maxPerDevice(), 1, RoomBounds.MOST_PLACES, "waiting_room.max_per_device");
    }
}
