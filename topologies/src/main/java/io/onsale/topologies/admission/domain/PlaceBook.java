package io.onsale.topologies.admission.domain;

import io.onsale.topologies.kit.domain.Table;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The latest place of each fan of each event, and the crowds that follow from them. */
final class PlaceBook {

    private final Table<Place> places;
    private final Table<String> leavers;
    private final Map<String, Crowd> crowds = new HashMap<>();

    /**
     * @param leavers the leaves of those who gave their places up between freeze and draw, by event and place; only the roster still has them
     */
    PlaceBook(Table<Place> places, Table<String> leavers, RoomBook rooms, DrawSecrets secrets) {
        this.places = places;
        this.leavers = leavers;
        Map<String, Crowd.Gathering> gatherings = new HashMap<>();
        rooms.forEach((event, room) -> {
            if (!room.over()) {
                gatherings.put(event, new Crowd.Gathering(room));
            }
        });
        places.forEach((key, place) -> {
            int bar = key.indexOf('|');
            Crowd.Gathering gathering = gatherings.get(key.substring(0, bar));
            if (gathering != null) {
                gathering.add(key.substring(bar + 1), place);
            }
        });
        leavers.forEach((key, leaf) -> {
            Crowd.Gathering gathering = gatherings.get(key.substring(0, key.indexOf('|')));
            if (gathering != null) {
                gathering.add(Leaf.parse(leaf).orElseThrow());
            }
        });
        gatherings.forEach((event, gathering) -> crowds.put(event, gathering.gathered(secrets.seed(event))));
    }

    @Nullable
    Place get(String event, String fan) {
        return places.get(key(event, fan));
    }

    private Place require(String event, String fan) {
        Place place = get(event, fan);
        if (place == null) {
            throw new IllegalStateException("a fan without a place");
        }
        return place;
    }

    /** Null of a room that is over: nobody is waited for there any more. */
    @Nullable
    Crowd find(String event) {
        return crowds.get(event);
    }

    /** Of a room that is not over. */
    Crowd crowd(String event) {
        Crowd crowd = find(event);
        if (crowd == null) {
            throw new IllegalStateException("nobody is waited for at " + event);
        }
        return crowd;
    }

    void open(String event) {
        crowds.put(event, new Crowd());
    }

    void join(String event, Room room, String fan, Place place) {
        places.put(key(event, fan), place);
        crowd(event).join(room, fan, place);
    }

    void leave(String event, Room room, String fan) {
        Place before = change(event, fan, place -> place.now(Place.State.LEFT));
        if (room.frozen() && !room.drawn() && before.joined().cohort() == Cohort.FIRST) {
            String leaf = RosterDraft.leaf(before.joined(), room.terms()).line();
            leavers.put(event + '|' + before.sequence(), leaf);
        }
        Crowd crowd = find(event);
        if (crowd != null) {
            crowd.stopWaiting(before.sequence());
            crowd.gone(before.joined().origin());
        }
    }

    void rate(String event, String fan, Rating rating) {
        Place before = change(event, fan, place -> place.rated(rating));
        Crowd crowd = find(event);
        if (crowd != null) {
            crowd.rate(before.sequence(), rating);
        }
    }

    void move(String event, String fan, int order) {
        Place before = change(event, fan, place -> place.movedAs(order));
        Crowd crowd = find(event);
        if (crowd != null) {
            crowd.moveToEnd(before.sequence());
        }
    }

    void draw(String event, Room room, Hash seed) {
        crowd(event).draw(room, seed);
        List<String> drawn = new ArrayList<>();
        leavers.forEach((key, leaf) -> {
            if (key.startsWith(event + '|')) {
                drawn.add(key);
            }
        });
        drawn.forEach(leavers::remove);
    }

    void admit(String event, Admission admission) {
        change(event, admission.fanId(), place -> place.admitted(admission.expiresAt()));
        crowd(event).stopWaiting(admission.sequence());
    }

    void arrive(String event, String fan) {
        change(event, fan, place -> place.now(Place.State.ARRIVED));
    }

    void end(String event, String fan) {
        Place before = change(event, fan, place -> place.now(Place.State.ENDED));
        crowd(event).gone(before.joined().origin());
    }

    /** The room is over. */
    void disperse(String event) {
        crowds.remove(event);
    }

    private Place change(String event, String fan, UnaryOperator<Place> change) {
        Place before = require(event, fan);
        places.put(key(event, fan), change.apply(before));
        return before;
    }

    private static String key(String event, String fan) {
        return event + '|' + fan;
    }
}
