package io.onsale.edge.views.queue;

import io.onsale.edge.views.queue.RoomDraw.Participants;
import io.onsale.schemas.admission.Admission;
import io.onsale.schemas.admission.AdmissionEnded;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.BeaconPublished;
import io.onsale.schemas.admission.FanArrived;
import io.onsale.schemas.admission.FanLeft;
import io.onsale.schemas.admission.FanRated;
import io.onsale.schemas.admission.FansAdmitted;
import io.onsale.schemas.admission.FansJoined;
import io.onsale.schemas.admission.JoinedPlace;
import io.onsale.schemas.admission.OrderDrawn;
import io.onsale.schemas.admission.PlaceFreed;
import io.onsale.schemas.admission.Room;
import io.onsale.schemas.admission.RoomChanged;
import io.onsale.schemas.admission.RoomControlled;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.admission.RosterFrozen;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.waiting.DrawnOrder;
import io.onsale.waiting.Line;
import io.onsale.waiting.Move;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a room from one of its facts to the next.
 *
 * <p>The one thread that changes a room may read it without its lock. Who takes part and in which order takes seconds to compute where there are a million,
 * so that is done beforehand, and everybody can go on reading.
 */
final class RoomChanges {
    private static final Logger log = LoggerFactory.getLogger(RoomChanges.class);

    private final QueueRoom room;
    private final Places places;
    private final RoomDraw draw;

    RoomChanges(QueueRoom room) {
        this.room = room;
        this.places = room.places;
        this.draw = room.draw;
    }

    /** Computes what a fact leads to, and answers what is to be done about it inside the room's lock. */
    Runnable prepare(AdmissionEvent event) {
        return switch (event.getBody()) {
            case RosterFrozen frozen -> freezing(frozen);
            case OrderDrawn drawn -> drawing(drawn, event.getEnvelope().getAt());
            default -> () -> take(event);
        };
    }

    private void take(AdmissionEvent event) {
        Instant at = event.getEnvelope().getAt();
        switch (event.getBody()) {
            case RoomChanged changed -> go(changed.getRoom());
            case FansJoined joined -> joined.getPlaces().forEach(this::join);
            case FanLeft left -> over((int) left.getSequence(), Stage.LEFT);
            case FanRated rated -> rate(rated, event.getEnvelope());
            case BeaconPublished beacon -> draw.published(beacon);
            case FansAdmitted admitted -> admit(admitted, at);
            case FanArrived arrived -> arrive((int) arrived.getSequence());
            case AdmissionEnded ended -> over((int) ended.getSequence(), Stage.of(ended.getWhy()));
            case PlaceFreed freed -> room.tally.shopping(freed.getShopping());
            case RoomControlled controlled -> control(controlled, at);
            default -> {
                // A refusal changes nothing, and whatever an edge does not know yet it shows nothing of.
            }
        }
    }

    /** The pace that is controlled stays, unless the terms name another than they did. */
    private void go(Room terms) {
        if (terms.getMaxConcurrent() != room.terms.getMaxConcurrent()
                || terms.getAdmitPerSecond() != room.terms.getAdmitPerSecond()) {
            room.maxConcurrent = terms.getMaxConcurrent();
            room.admitPerSecond = terms.getAdmitPerSecond();
        }
        room.terms = terms;
    }

    private void join(JoinedPlace place) {
        int sequence = Math.toIntExact(place.getSequence());
        places.add(sequence, place);
        room.fans.put(place.getFanId(), sequence);
        room.tally.joined();
        switch (place.getCohort()) {
            case FIRST -> {
                room.line.addToRoster(sequence);
                places.takesPart(sequence);
            }
            case SECOND -> room.line.add(sequence, room.policy().score(places.inputs(sequence, 0)));
            case LAST -> room.line.addToEnd(sequence);
        }
        begin(sequence);
    }

    /** From here on its way to the front is counted. */
    private void begin(int sequence) {
        room.ahead(sequence).ifPresent(ahead -> places.start(sequence, ahead));
    }

    private void over(int sequence, Stage how) {
        room.tally.ended(how);
        if (!places.has(sequence)) {
            return;
        }
        if (draw.isFrozen() && room.line.isInRoster(sequence) && room.suspect(sequence)) {
            room.suspects--;
        }
        places.stage(sequence, how);
        room.line.remove(sequence);
        room.shoppers.remove(sequence);
        if (!draw.isFrozen()) {
            places.takesNoPart(sequence);
        }
        restWhenOver();
    }

    private void restWhenOver() {
        if (room.isOver()) {
            room.rest();
        }
    }

    private void rate(FanRated rated, EventEnvelope envelope) {
        @Nullable Long moved = rated.getMoved();
        if (moved != null) {
            int sequence = Math.toIntExact(moved);
            String by = envelope.getActor().getKind().name().toLowerCase(Locale.ROOT);
            draw.moved(new Move(sequence, envelope.getAt(), rated.getSuspicion(), by));
            room.line.moveToEnd(sequence);
            // Before the draw it had no position; there at the end it has one.
            begin(sequence);
        } else if (!draw.isFrozen()) {
            int sequence = room.fans.find(rated.getFanId());
            if (sequence >= 0) {
                places.rate(sequence, rated.getTier().name(), rated.getSuspicion());
            }
        }
    }

    private Runnable freezing(RosterFrozen frozen) {
        Participants all = Participants.of(places, room.policy(), room.terms.getDrawsAt());
        if (!all.agree(frozen)) {
            disagree("roster");
        }
        int suspects = all.suspects();
        return () -> {
            room.suspects = suspects;
            draw.freeze(frozen, all);
        };
    }

    private Runnable drawing(OrderDrawn drawn, Instant at) {
        DrawnOrder order = draw.order(drawn, room.policy());
        if (!draw.agrees(room.eventId, drawn, order)) {
            disagree("order");
        }
        Line line = room.line.drawn(order);
        int[] starts = places.startsIn(line);
        return () -> {
            draw.draw(drawn, order);
            room.tally.flows(at);
            room.line = line;
            places.starts(starts);
            restWhenOver();
        };
    }

    private void disagree(String what) {
        RoomMetrics.DISAGREEMENTS.labels(what).inc();
        log.atError()
                .addKeyValue("event_id", room.eventId)
                .addKeyValue("what", what)
                .log("The log tells of a draw that does not come of what it tells of the roster");
    }

    private void admit(FansAdmitted admitted, Instant at) {
        List<Admission> all = admitted.getAdmissions();
        for (Admission each : all) {
            int sequence = Math.toIntExact(each.getSequence());
            room.line.remove(sequence);
            if (places.has(sequence)) {
                places.stage(sequence, Stage.ADMITTED);
                room.shoppers.put(sequence, new Shopper(each.getAdmissionId(), each.getExpiresAt()));
                room.tally.admitted(at, room.waited(sequence, at));
            }
        }
        room.tally.shopping(admitted.getShopping());
    }

    private void arrive(int sequence) {
        if (places.has(sequence) && places.stage(sequence) == Stage.ADMITTED) {
            places.stage(sequence, Stage.ARRIVED);
        }
        room.tally.arrived();
    }

    private void control(RoomControlled controlled, Instant at) {
        if (room.state == RoomState.PAUSED && controlled.getState() != RoomState.PAUSED) {
            room.tally.flows(at);
        }
        room.maxConcurrent = controlled.getMaxConcurrent();
        room.admitPerSecond = controlled.getAdmitPerSecond();
        room.state = controlled.getState();
        if (room.state != RoomState.PAUSED) {
            room.joinable = room.state == RoomState.OPEN; // A pause opens nothing.
        }
        restWhenOver();
    }
}
