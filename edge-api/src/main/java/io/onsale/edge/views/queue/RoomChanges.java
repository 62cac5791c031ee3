package io.onsale.edge.views.queue;

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
import io.onsale.schemas.admission.RoomChanged;
import io.onsale.schemas.admission.RoomControlled;
import io.onsale.schemas.admission.RosterFrozen;
import io.onsale.waiting.DrawnOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a room from one of its facts to the next; inside the room's lock. */
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

    void take(AdmissionEvent event) {
        Instant at = event.getEnvelope().getAt();
        switch (event.getBody()) {
            case RoomChanged changed -> {
                room.terms = changed.getRoom();
            }
            case FansJoined joined -> joined.getPlaces().forEach(this::join);
            case FanLeft left -> over((int) left.getSequence(), Stage.LEFT);
            case FanRated rated -> rate(rated);
            case RosterFrozen frozen -> freeze(frozen);
            case BeaconPublished beacon -> draw.published(beacon);
            case OrderDrawn drawn -> draw(drawn);
            case FansAdmitted admitted -> admit(admitted, at);
            case FanArrived arrived -> arrive((int) arrived.getSequence());
            case AdmissionEnded ended -> over((int) ended.getSequence(), Stage.of(ended.getWhy()));
            case PlaceFreed freed -> room.tally.shopping(freed.getShopping());
            case RoomControlled controlled -> control(controlled);
            default -> {
                // A refusal changes nothing, and whatever an edge does not know yet it shows nothing of.
            }
        }
    }

    private void join(JoinedPlace place) {
        int sequence = Math.toIntExact(place.getSequence());
        places.add(sequence, place);
        room.tally.joined();
        switch (place.getCohort()) {
            case FIRST -> {
                room.line.addToRoster(sequence);
                places.takesPart(sequence);
                if (room.fans != null) {
                    room.fans.put(place.getFanId(), sequence);
                }
            }
            case SECOND -> room.line.add(sequence, room.policy().score(places.inputs(sequence, 0)));
            case LAST -> room.line.addToEnd(sequence);
        }
        begin(sequence);
    }

    /** From here on its way to the front is counted. */
    private void begin(int sequence) {
        room.line.rank(sequence).ifPresent(ahead -> places.start(sequence, ahead));
    }

    private void over(int sequence, Stage how) {
        room.tally.ended(how);
        if (!places.has(sequence)) {
            return;
        }
        places.stage(sequence, how);
        room.line.remove(sequence);
        room.shoppers.remove(sequence);
        if (!draw.isFrozen()) {
            places.takesNoPart(sequence);
        }
    }

    private void rate(FanRated rated) {
        @Nullable Long moved = rated.getMoved();
        if (moved != null) {
            room.line.moveToEnd(Math.toIntExact(moved));
        } else if (room.fans != null) {
            int sequence = room.fans.find(rated.getFanId());
            if (sequence >= 0) {
                places.rate(sequence, rated.getTier().name(), rated.getSuspicion());
            }
        }
    }

    private void freeze(RosterFrozen frozen) {
        room.fans = null;
        if (!draw.freeze(frozen, places, room.policy(), room.terms.getDrawsAt())) {
            disagree("roster");
        }
    }

    private void draw(OrderDrawn drawn) {
        DrawnOrder order = draw.draw(drawn, room.policy());
        if (!draw.agrees(room.eventId, order)) {
            disagree("order");
        }
        room.line.draw(order);
        int[] ahead = {0};
        room.line.forEach(sequence -> {
            places.start(sequence, ahead[0]);
            ahead[0]++;
            return true;
        });
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

    private void control(RoomControlled controlled) {
        room.maxConcurrent = controlled.getMaxConcurrent();
        room.admitPerSecond = controlled.getAdmitPerSecond();
        room.state = controlled.getState();
    }
}
