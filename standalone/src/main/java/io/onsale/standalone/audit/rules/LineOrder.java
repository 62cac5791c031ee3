package io.onsale.standalone.audit.rules;

import io.onsale.schemas.admission.Admission;
import io.onsale.schemas.admission.AdmissionEnded;
import io.onsale.schemas.admission.BeaconPublished;
import io.onsale.schemas.admission.Cohort;
import io.onsale.schemas.admission.FanLeft;
import io.onsale.schemas.admission.FanRated;
import io.onsale.schemas.admission.FansAdmitted;
import io.onsale.schemas.admission.FansJoined;
import io.onsale.schemas.admission.JoinedPlace;
import io.onsale.schemas.admission.OrderDrawn;
import io.onsale.schemas.admission.Room;
import io.onsale.schemas.admission.RoomControlled;
import io.onsale.schemas.admission.RoomOpened;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.admission.RosterFrozen;
import io.onsale.schemas.catalogue.Beacon;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every draw matches what it was bound to: its commitment, its roster's root, its order; and fans are let in in exactly that order, then as they came, suspects
 * last. A fan has one place at a time, and nobody's terms change once somebody has joined. Whoever takes part joined before the sale began, and the sale
 * begins before the round of the beacon is due. No draw is withheld.
 */
public final class LineOrder extends AdmissionRule {

    private static final String SEQUENCE = "sequence";

    /** How long drawing takes at most, once nothing is left to wait for. */
    private static final Duration DRAWING = Duration.ofMinutes(1);

    /** How long whoever publishes what a beacon said may take. */
    private static final Duration PUBLISHING = Duration.ofDays(1);

    private final Map<String, PlainLine> lines = new HashMap<>();
    /** By when an event's order has to be drawn, and what it means if it is not. */
    private final Map<String, Promise> promised = new HashMap<>();

    /** @param place where it was given */
    private record Promise(Instant until, boolean ofBeacon, Place place) {

        String broken() {
            return ofBeacon
                    ? "what a beacon said is withheld, and so is the draw"
                    : "a draw is withheld that has nothing to wait for";
        }
    }

    private final boolean restarts;
    private final Silences silences = new Silences(DRAWING);

    private long checked;

    /** @param restarts true where the topology may have been stopped at times; see {@link HoldEndings} */
    public LineOrder(boolean restarts) {
        super(Check.LINE);
        this.restarts = restarts;
    }

    @Override
    void sign(Logged logged, Instant at) {
        silences.sign(logged.place().partition(), at);
    }

    private PlainLine line(Logged logged) {
        return lines.computeIfAbsent(logged.key(), event -> new PlainLine());
    }

    @Override
    void opened(Logged logged, Instant at, RoomOpened opened) {
        if (!line(logged).open(opened.getRoom(), PlainDraw.bytes(opened.getCommitment()))) {
            report(logged, "a draw is bound twice");
        }
        lit(logged, opened.getRoom());
    }

    /** Whoever knew what the beacon says could choose who takes part. */
    private void lit(Logged logged, Room room) {
        Beacon beacon = room.getBeacon();
        if (beacon == null) {
            return;
        }
        Instant scheduled = PlainBeacon.due(beacon.getSource(), beacon.getRound());
        Instant due = due(beacon);
        if (scheduled != null && !scheduled.equals(due)) {
            report(logged, "a round of a beacon is due at %s, not at %s".formatted(scheduled, due));
        }
        if (due != null && !room.getDrawsAt().isBefore(due)) {
            report(logged, "fans join until %s, when the beacon has spoken at %s".formatted(room.getDrawsAt(), due));
        }
    }

    private static @Nullable Instant due(Beacon beacon) {
        return beacon.getDueAt() == null ? PlainBeacon.due(beacon.getSource(), beacon.getRound()) : beacon.getDueAt();
    }

    /** What is due comes first: nothing happens to a roster any more once the sale begins. */
    private void timely(Logged logged, Instant at) {
        PlainLine line = line(logged);
        if (line.isToBeFrozen(at)) {
            report(
                    logged,
                    "something happens to a roster that was to be frozen at "
                            + line.room().getDrawsAt());
        }
    }

    @Override
    void changed(Logged logged, Instant at, Room room) {
        timely(logged, at);
        PlainLine line = line(logged);
        Room before = line.room();
        boolean same =
                room.getPolicy().equals(before.getPolicy()) && Objects.equals(room.getBeacon(), before.getBeacon());
        boolean earlier = room.getDrawsAt().isBefore(before.getDrawsAt());
        boolean moved = !room.getDrawsAt().equals(before.getDrawsAt());
        if ((line.joined() > 0 && (!same || earlier)) || (line.isFrozen() && moved)) {
            report(logged, "what a draw goes by is changed after somebody has joined");
        }
        line.change(room);
        lit(logged, room);
    }

    @Override
    void controlled(Logged logged, RoomControlled controlled) {
        line(logged).control(controlled.getState());
        if (controlled.getState() == RoomState.CLOSED) {
            // No beacon is heard any more; a draw that has nothing to wait for is made all the same.
            promised.computeIfPresent(logged.key(), (event, promise) -> promise.ofBeacon() ? null : promise);
        }
    }

    @Override
    void joined(Logged logged, Instant at, FansJoined joined) {
        timely(logged, at);
        for (JoinedPlace place : joined.getPlaces()) {
            PlainLine line = line(logged);
            if (place.getSequence() != line.joined() + 1) {
                report(
                        logged,
                        "place %d is given after place %d".formatted(place.getSequence(), line.joined()),
                        Ids.FAN,
                        place.getFanId());
            }
            if (!place.getJoinedAt().equals(at)) {
                report(
                        logged,
                        "a place is given at %s as of %s".formatted(at, place.getJoinedAt()),
                        Ids.FAN,
                        place.getFanId());
            }
            if (line.hasPlace(place.getFanId())) {
                report(logged, "a fan has two places", Ids.FAN, place.getFanId());
            } else if (line.hasPlaceOf(place.getPerson())) {
                report(logged, "a person has two places", Ids.FAN, place.getFanId());
            }
            Cohort due = line.cohort(place);
            if (place.getCohort() != due) {
                report(
                        logged,
                        "a place is in cohort %s where %s is due".formatted(place.getCohort(), due),
                        Ids.FAN,
                        place.getFanId());
            }
            line.join(place);
        }
    }

    @Override
    void left(Logged logged, Instant at, FanLeft left) {
        timely(logged, at);
        if (!line(logged).leave(left.getFanId(), left.getSequence())) {
            report(logged, "a place is given up that nobody waits at", Ids.FAN, left.getFanId());
        }
    }

    @Override
    void rated(Logged logged, Instant at, FanRated rated) {
        timely(logged, at);
        PlainLine line = line(logged);
        boolean due = line.moves(rated.getFanId(), rated.getSuspicion());
        if (due != (rated.getMoved() != null)) {
            report(
                    logged,
                    due ? "a suspected bot stays where it is" : "a place moves that may not",
                    Ids.FAN,
                    rated.getFanId());
        }
        line.rate(rated);
    }

    @Override
    void frozen(Logged logged, Instant at, RosterFrozen frozen) {
        PlainLine line = line(logged);
        if (line.isFrozen()) {
            report(logged, "a roster is frozen twice");
        }
        if (at.isBefore(line.room().getDrawsAt())) {
            report(logged, "a roster is frozen before its time");
        }
        int size = line.freeze();
        if (size != frozen.getSize()) {
            report(logged, "%d take part where %d are told to".formatted(size, frozen.getSize()));
        }
        same(logged, "the root", line.root(), PlainDraw.bytes(frozen.getRoot()));
        promised.put(logged.key(), promise(logged, at, line.room().getBeacon()));
    }

    private static Promise promise(Logged logged, Instant frozen, @Nullable Beacon beacon) {
        if (beacon == null) {
            return atOnce(logged, frozen);
        }
        Instant due = due(beacon);
        Instant since = due == null || due.isBefore(frozen) ? frozen : due;
        return new Promise(since.plus(PUBLISHING), true, logged.place());
    }

    private static Promise atOnce(Logged logged, Instant at) {
        return new Promise(at.plus(DRAWING), false, logged.place());
    }

    @Override
    void heard(Logged logged, Instant at, BeaconPublished beacon) {
        promised.computeIfPresent(logged.key(), (event, promise) -> atOnce(logged, at));
        PlainLine line = line(logged);
        if (!line.isFrozen() || line.isDrawn()) {
            report(logged, "a beacon is heard before the roster is frozen or after the draw");
        }
        if (line.room().getBeacon() == null || line.room().getBeacon().getRound() != beacon.getRound()) {
            report(logged, "another round of the beacon is heard than the one bound");
        }
        byte[] value = PlainDraw.bytes(beacon.getValue());
        if (value.length != PlainBeacon.VALUE_BYTES) {
            report(logged, "a beacon is heard whose value is no round's randomness");
        }
        line.hear(value);
    }

    @Override
    void drawn(Logged logged, OrderDrawn drawn) {
        PlainLine line = line(logged);
        byte[] seed = PlainDraw.bytes(drawn.getSeed());
        promised.remove(logged.key());
        if (!line.isFrozen() || line.isDrawn()) {
            report(logged, "an order is drawn twice, or of no roster");
        }
        if (line.room().getBeacon() != null && !line.heardBeacon()) {
            report(logged, "an order is drawn without its beacon");
        }
        same(logged, "the commitment", PlainDraw.commitment(logged.key(), seed), line.commitment());
        byte[] order = line.draw(seed);
        same(logged, "the order", order, PlainDraw.bytes(drawn.getOrderHash()));
    }

    private void same(Logged logged, String what, byte[] computed, byte[] told) {
        checked++;
        if (!Arrays.equals(computed, told)) {
            HexFormat hex = HexFormat.of();
            report(
                    logged,
                    "%s of a draw is not what it comes to".formatted(what),
                    "told",
                    hex.formatHex(told),
                    "computed",
                    hex.formatHex(computed));
        }
    }

    @Override
    void admitted(Logged logged, Instant at, FansAdmitted admitted) {
        PlainLine line = line(logged);
        if (!line.isDrawn()) {
            report(logged, "fans are let in before the order is drawn");
        }
        for (Admission admission : admitted.getAdmissions()) {
            checked++;
            long next = line.next();
            if (next != admission.getSequence()) {
                report(
                        logged,
                        "place %d is let in where %s is next"
                                .formatted(admission.getSequence(), next < 0 ? "nobody" : "place " + next),
                        Ids.FAN,
                        admission.getFanId());
            }
            if (!line.admit(admission.getFanId(), admission.getSequence())) {
                report(
                        logged,
                        "somebody is let in who does not wait",
                        Ids.FAN,
                        admission.getFanId(),
                        SEQUENCE,
                        Long.toString(admission.getSequence()));
            }
        }
    }

    @Override
    void ended(Logged logged, Instant at, AdmissionEnded over) {
        line(logged).end(over.getFanId());
    }

    @Override
    public List<Finding> end(Instant now) {
        return promised.entrySet().stream()
                .filter(each -> each.getValue().until().isBefore(now) && !isExcused(each.getValue()))
                .map(each -> Finding.without(check(), each.getValue().broken(), Ids.of(Ids.EVENT, each.getKey())))
                .toList();
    }

    /** Whether whoever draws may be stopped; what somebody else has to publish is not excused by that. */
    private boolean isExcused(Promise promise) {
        return restarts
                && !promise.ofBeacon()
                && silences.silentSince(promise.place().partition(), promise.until());
    }

    @Override
    public long checked() {
        return checked;
    }
}
