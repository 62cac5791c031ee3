package io.onsale.topologies.admission.domain;

import io.onsale.topologies.admission.domain.AdmissionCommand.ControlRoom;
import io.onsale.topologies.admission.domain.AdmissionEvent.AdmissionRefused;
import io.onsale.topologies.admission.domain.AdmissionEvent.RoomChanged;
import io.onsale.topologies.admission.domain.AdmissionEvent.RoomControlled;
import io.onsale.topologies.admission.domain.AdmissionEvent.RoomOpened;
import io.onsale.topologies.admission.domain.Control.State;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.waiting.Draw;
import io.onsale.waiting.PaceBounds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a waiting room goes by. */
final class RoomRules {

    /** By whom a room is closed that nobody closed. */
    private static final String TIME = "admission";

    private final DrawSecrets secrets;

    RoomRules(DrawSecrets secrets) {
        this.secrets = secrets;
    }

    Decision<AdmissionEvent> open(AdmissionView view, Terms terms) {
        String event = view.event();
        return Decision.silently(List.of(new RoomOpened(terms, Draw.commitment(event, secrets.seed(event)))));
    }

    /** When the sale ends is no promise to whoever waits, and always heard. */
    Decision<AdmissionEvent> change(Room room, Terms wanted) {
        Terms terms = room.terms();
        Refusal why = unfair(room, wanted.sellingUntil(terms.saleEndsAt()));
        Terms now = why == null ? wanted : terms.sellingUntil(wanted.saleEndsAt());
        List<AdmissionEvent> events = new ArrayList<>();
        if (!now.equals(terms)) {
            events.add(new RoomChanged(now));
        }
        if (why != null) {
            events.add(new AdmissionRefused(why));
        }
        return Decision.silently(events);
    }

    /** Whoever joined, joined on terms: from then on the draw may only be put off. The beacon is bound with the seed. */
    private static @Nullable Refusal unfair(Room room, Terms wanted) {
        Terms terms = room.terms();
        if (wanted.equals(terms)) {
            return null;
        }
        if (!Objects.equals(wanted.beacon(), terms.beacon())) {
            return Refusal.of("beacon_fixed", "The round of the beacon is bound since the room was opened.");
        }
        if (wanted.beacon() != null && wanted.beacon().isKnownBy(wanted.drawsAt())) {
            return Refusal.of("beacon_due", "The draw may be put off only until the round of its beacon is due.");
        }
        boolean untouched = room.count().joined() == 0 && !room.frozen();
        boolean putOff = !room.frozen()
                && !wanted.drawsAt().isBefore(terms.drawsAt())
                && wanted.equals(terms.drawnAt(wanted.drawsAt()));
        return untouched || putOff
                ? null
                : Refusal.of(
                        "room_in_use", "Since somebody has joined, the draw may be put off and nothing else changed.");
    }

    Decision<AdmissionEvent> close(Room room, String by) {
        return room.closed() ? Decision.nothing() : Decision.silently(List.of(closed(room, by)));
    }

    /** Whoever forgets to close a room keeps nobody waiting in it for ever. */
    List<AdmissionEvent> due(Room room, Instant at) {
        return room.ends(at) ? List.of(closed(room, TIME)) : List.of();
    }

    private static RoomControlled closed(Room room, String by) {
        return new RoomControlled(new Control(room.control().pace(), State.CLOSED), by);
    }

    /** Lowering a limit expels nobody. */
    Decision<AdmissionEvent> control(Room room, ControlRoom wanted) {
        if (!wanted.caller().mayRule(room)) {
            return Refusals.tell(Refusals.NOT_YOURS);
        }
        Control now = room.control();
        Pace pace = new Pace(
                Objects.requireNonNullElse(wanted.maxConcurrent(), now.pace().maxConcurrent()),
                Objects.requireNonNullElse(wanted.admitPerSecond(), now.pace().perSecond()));
        Control then = new Control(pace, state(room, wanted));
        RoomControlled controlled = new RoomControlled(then, wanted.caller().id());
        if (then.equals(now)) {
            return Decision.answer(controlled);
        }
        if (room.closed()) {
            return Decision.of(new AdmissionRefused(Refusals.CLOSED_FOR_GOOD));
        }
        return bounded(wanted, controlled);
    }

    /** What is not asked for may stay beyond bounds that were wider before. */
    private static Decision<AdmissionEvent> bounded(ControlRoom wanted, RoomControlled controlled) {
        if (beyond(wanted.maxConcurrent(), 0, PaceBounds.MOST_CONCURRENT)) {
            return Refusals.refuse(
                    "bad_limit",
                    "Between 0 and " + PaceBounds.MOST_CONCURRENT
                            + " fans may shop at once: ask for a max_concurrent within that.");
        }
        if (beyond(wanted.admitPerSecond(), 1, PaceBounds.MOST_PER_SECOND)) {
            return Refusals.refuse(
                    "bad_rate",
                    "Between 1 and " + PaceBounds.MOST_PER_SECOND
                            + " fans are let in a second: ask for an admit_per_second within that.");
        }
        return Decision.of(controlled);
    }

    private static boolean beyond(@Nullable Integer asked, int least, int most) {
        return asked != null && (asked < least || asked > most);
    }

    /** Whoever ends a pause does not know what was before it, and may not have meant to open a room that is being emptied. */
    private static State state(Room room, ControlRoom wanted) {
        State now = room.control().state();
        if (wanted.state() != null || wanted.paused() == null) {
            return Objects.requireNonNullElse(wanted.state(), now);
        }
        return wanted.paused() ? State.PAUSED : room.unpaused();
    }
}
