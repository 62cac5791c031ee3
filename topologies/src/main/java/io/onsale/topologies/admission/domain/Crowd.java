package io.onsale.topologies.admission.domain;

import io.onsale.topologies.admission.domain.AdmissionView.Waiting;
import io.onsale.waiting.Draw;
import io.onsale.waiting.DrawnOrder;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Leaf;
import io.onsale.waiting.Line;
import io.onsale.waiting.Roster;
import io.onsale.waiting.ScoreInputs;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who has a live place in one room, in memory: their order, their names, and how many came from where or are one person's.
 *
 * <p>It follows from the rows alone, so that a crowd that was made from them admits the same fans next as one that saw everything happen.
 */
final class Crowd {

    private final Line line = new Line();
    private final FanNames fans = new FanNames();
    private final Tally addresses = new Tally();
    private final Tally devices = new Tally();
    private final Tally people = new Tally();

    /** Until the roster is frozen. */
    private @Nullable RosterDraft draft = new RosterDraft();

    /** From then on until the order is drawn; made before, it says what would be. */
    private @Nullable Roster roster;

    private @Nullable DrawnOrder order;

    void join(Room room, String fan, Place place) {
        Joined joined = place.joined();
        count(joined.origin(), 1);
        fans.put(joined.sequence(), fan);
        switch (joined.cohort()) {
            case FIRST -> {
                Objects.requireNonNull(draft).add(joined);
                line.addToRoster(joined.sequence());
                roster = null;
            }
            case SECOND -> line.add(joined.sequence(), score(joined, room));
            case LAST -> line.addToEnd(joined.sequence());
        }
    }

    /** How early somebody came who came too late for the draw does not matter. */
    static int score(Joined place, Room room) {
        ScoreInputs inputs = new ScoreInputs(
                place.rating().tier(), place.purchases(), 0, place.rating().suspicion());
        return room.terms().policy().score(inputs);
    }

    /** Before the roster is frozen. */
    void rate(int sequence, Rating rating) {
        Objects.requireNonNull(draft).rate(sequence, rating);
        roster = null;
    }

    void moveToEnd(int sequence) {
        line.moveToEnd(sequence);
    }

    /** Somebody waits no more, and has a live place if let in. */
    void stopWaiting(int sequence) {
        line.remove(sequence);
        if (draft != null) {
            roster = null;
        }
    }

    /** A place is live no more. */
    void gone(Join.Origin origin) {
        count(origin, -1);
    }

    void count(Join.Origin origin, int by) {
        addresses.add(origin.address(), by);
        devices.add(origin.deviceOrAddress(), by);
        people.add(origin.person(), by);
    }

    int liveAt(long address) {
        return addresses.of(address);
    }

    int liveOn(long device) {
        return devices.of(device);
    }

    int liveOf(long person) {
        return people.of(person);
    }

    int waiting() {
        return line.size();
    }

    List<Waiting> next(int most) {
        return Arrays.stream(line.next(most))
                .mapToObj(sequence -> new Waiting(sequence, fans.get(sequence)))
                .toList();
    }

    Roster roster(Room room) {
        if (roster == null) {
            roster = Objects.requireNonNull(draft).roster(line, room.count().joined(), room.terms());
        }
        return roster;
    }

    void freeze(Room room) {
        roster(room);
        draft = null;
    }

    DrawnOrder order(Room room, Hash seed) {
        if (order == null) {
            order = lots(room, seed).order(roster(room));
        }
        return order;
    }

    private static Draw lots(Room room, Hash seed) {
        Bytes beacon = room.draw().beacon();
        Hash root = Objects.requireNonNull(room.draw().root());
        return new Draw(seed, root, beacon == null ? new byte[0] : beacon.toArray());
    }

    void draw(Room room, Hash seed) {
        line.draw(order(room, seed));
        roster = null;
        order = null;
    }

    /** Makes a crowd from rows, in whatever order they come. */
    static final class Gathering {

        private final Room room;
        private final Crowd crowd = new Crowd();
        private final Roster.Builder leaves;
        private final Numbers second = new Numbers();
        private final Numbers last = new Numbers();

        Gathering(Room room) {
            this.room = room;
            this.leaves = Roster.under(room.terms().policy());
        }

        void add(String fan, Place place) {
            if (place.state() == Place.State.WAITING) {
                crowd.fans.put(place.sequence(), fan);
                stand(place);
            }
            if (place.state().live()) {
                crowd.count(place.joined().origin(), 1);
            }
        }

        private void stand(Place place) {
            Joined joined = place.joined();
            boolean first = joined.cohort() == Cohort.FIRST;
            if (first && !room.frozen()) {
                Objects.requireNonNull(crowd.draft).add(joined);
            } else if (first) {
                leaves.add(RosterDraft.leaf(joined, room.terms()));
            }
            if (place.moved() > 0) {
                last.add(place.moved(), joined.sequence());
            } else if (first) {
                crowd.line.addToRoster(joined.sequence());
            } else {
                second.add(joined.sequence(), score(joined, room));
            }
        }

        /** Of somebody who gave the place up after the roster was frozen, and is in it all the same. */
        void add(Leaf leaf) {
            leaves.add(leaf);
        }

        Crowd gathered(Hash seed) {
            if (room.frozen()) {
                crowd.draft = null;
                crowd.roster = leaves.build();
            }
            if (room.drawn()) {
                crowd.draw(room, seed);
            }
            second.forEach(crowd.line::add);
            last.forEach((order, sequence) -> crowd.line.addToEnd(sequence));
            return crowd;
        }
    }
}
