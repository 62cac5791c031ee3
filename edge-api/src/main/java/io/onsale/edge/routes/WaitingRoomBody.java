package io.onsale.edge.routes;

import io.onsale.edge.http.Fields;
import io.onsale.schemas.catalogue.Beacon;
import io.onsale.schemas.catalogue.ChallengeWhen;
import io.onsale.schemas.catalogue.WaitingRoom;
import io.onsale.waiting.BeaconTimetable;
import io.onsale.waiting.PaceBounds;
import io.onsale.waiting.RoomBounds;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A waiting room as an organizer posts it. */
final class WaitingRoomBody {

    private static final Duration OPENS_AHEAD = Duration.ofMinutes(30);
    private static final int MAX_NAME = 64;

    private final Fields room;
    private final boolean fresh;

    private WaitingRoomBody(Fields room, boolean fresh) {
        this.room = room;
        this.fresh = fresh;
    }

    /** The room of a new event; none where it is not enabled. */
    static Optional<WaitingRoom> read(Fields body, Instant onSaleAt) {
        return body.optionalObject("waiting_room")
                .filter(WaitingRoomBody::enabled)
                .map(room -> added(room, onSaleAt));
    }

    /** The room with every field that is there changed to what it says; none where it is no longer enabled. */
    static Optional<WaitingRoom> change(Fields body, Optional<WaitingRoom> now, Instant onSaleAt) {
        if (!body.has("waiting_room")) {
            return now;
        }
        Fields room = body.object("waiting_room");
        if (!enabled(room)) {
            return Optional.empty();
        }
        return Optional.of(now.map(before -> new WaitingRoomBody(room, false).fill(WaitingRoom.newBuilder(before)))
                .orElseGet(() -> added(room, onSaleAt)));
    }

    private static boolean enabled(Fields room) {
        boolean enabled = !room.has("enabled") || room.flag("enabled");
        if (!enabled) {
            room.ignoreOthers();
        }
        return enabled;
    }

    private static WaitingRoom added(Fields room, Instant onSaleAt) {
        WaitingRoom.Builder begun = WaitingRoom.newBuilder().setOpensAt(onSaleAt.minus(OPENS_AHEAD));
        return new WaitingRoomBody(room, true).fill(begun);
    }

    /** Whether it opens before the sale begins, and by which policies a line is drawn, is for the catalogue to judge. */
    private WaitingRoom fill(WaitingRoom.Builder filled) {
        room.optionalInstant("opens_at").ifPresent(filled::setOpensAt);
        if (fresh || room.has("max_concurrent")) {
            filled.setMaxConcurrent((int) room.number("max_concurrent", 1, PaceBounds.MOST_CONCURRENT));
        }
        if (fresh || room.has("admit_per_second")) {
            filled.setAdmitPerSecond((int) room.number("admit_per_second", 1, PaceBounds.MOST_PER_SECOND));
        }
        room.optionalText("policy", MAX_NAME).ifPresent(filled::setPolicy);
        room.optionalObject("beacon")
                .map(beacon -> beacon(beacon, filled.getBeacon()))
                .ifPresent(filled::setBeacon);
        if (room.has("arrive_within_seconds")) {
            filled.setArriveWithinSeconds((int)
                    room.number("arrive_within_seconds", RoomBounds.SHORTEST_ARRIVAL, RoomBounds.LONGEST_ARRIVAL));
        }
        if (room.has("max_per_address")) {
            filled.setMaxPerAddress((int) room.number("max_per_address", 1, RoomBounds.MOST_PLACES));
        }
        if (room.has("max_per_device")) {
            filled.setMaxPerDevice((int) room.number("max_per_device", 1, RoomBounds.MOST_PLACES));
        }
        room.optionalText("challenge", MAX_NAME).map(this::challenge).ifPresent(filled::setChallenge);
        return filled.build();
    }

    /** When a round is due has to be said only where its source's timetable is not known; a round that stays is due as before. */
    private static Beacon beacon(Fields beacon, @Nullable Beacon now) {
        String source = beacon.text("source", 1, MAX_NAME);
        long round = beacon.number("round", 0, RoomBounds.LAST_ROUND);
        Instant due = beacon.optionalInstant("due_at").orElse(null);
        if (due == null && now != null && now.getSource().equals(source) && now.getRound() == round) {
            return now;
        }
        return new Beacon(
                source, round, due == null ? BeaconTimetable.due(source, round).orElse(null) : due);
    }

    private ChallengeWhen challenge(String name) {
        return Arrays.stream(ChallengeWhen.values())
                .filter(when -> when.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> room.invalid("challenge", "has to be never, crowded or always"));
    }
}
