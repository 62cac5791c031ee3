package io.onsale.standalone.audit.rules;

import io.onsale.schemas.admission.Cohort;
import io.onsale.schemas.admission.FanRated;
import io.onsale.schemas.admission.JoinedPlace;
import io.onsale.schemas.admission.Room;
import io.onsale.schemas.admission.RoomState;
import io.onsale.standalone.audit.rules.PlainDraw.Entrant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A waiting room's line as a sorted set of everybody in it. */
final class PlainLine {

    private static final byte[] NOTHING = {};

    /** Parts of the line, in order. */
    private static final int FIRST = 0;

    private static final int SECOND = 1;
    private static final int SUSPECTS = 2;
    private static final int MOVED = 3;

    /** Where somebody stands. */
    private record Stand(int part, long score, byte[] lot, long turn, long sequence) {

        static final Comparator<Stand> ORDER = Comparator.comparingInt(Stand::part)
                .thenComparing(Comparator.comparingLong(Stand::score).reversed())
                .thenComparing(Stand::lot, Arrays::compareUnsigned)
                .thenComparingLong(Stand::turn)
                .thenComparingLong(Stand::sequence);
    }

    private record Leaf(Entrant entrant, byte[] hash) {}

    private @Nullable Room room;
    private byte[] commitment = NOTHING;
    private byte[] root = NOTHING;
    private byte @Nullable [] beacon;
    private boolean frozen;
    private boolean drawn;
    private boolean closed;
    private long joined;
    private long turns;

    /** The roster as it is or was frozen; the waiting's entries go as they leave. */
    private final TreeMap<Long, Entrant> waiting = new TreeMap<>();

    private List<Leaf> roster = new ArrayList<>();
    private final Map<String, Long> places = new HashMap<>();
    /** Who has a place, as tickets are counted, by fan. */
    private final Map<String, Long> people = new HashMap<>();

    private final Set<Long> present = new HashSet<>();
    private final Map<Long, Stand> stands = new HashMap<>();
    private final TreeSet<Stand> order = new TreeSet<>(Stand.ORDER);

    boolean open(Room opened, byte[] binding) {
        boolean once = room == null;
        room = opened;
        commitment = binding;
        return once;
    }

    void change(Room changed) {
        room = changed;
    }

    Room room() {
        if (room == null) {
            throw new IllegalStateException("a line is looked at only once its room is open");
        }
        return room;
    }

    byte[] commitment() {
        return commitment;
    }

    byte[] root() {
        return root;
    }

    long joined() {
        return joined;
    }

    boolean isFrozen() {
        return frozen;
    }

    /** In a closed room nothing is frozen any more; what was frozen before may still be drawn. */
    void control(RoomState state) {
        closed = state == RoomState.CLOSED;
    }

    boolean isToBeFrozen(Instant at) {
        return !frozen && !closed && !at.isBefore(room().getDrawsAt());
    }

    boolean isDrawn() {
        return drawn;
    }

    boolean hasPlace(String fan) {
        return places.containsKey(fan);
    }

    /** Whether a person has one, whichever identity it was given to; nobody known by no name has. */
    boolean hasPlaceOf(long person) {
        return present.contains(person);
    }

    private void enter(String fan, long person) {
        if (person != 0) {
            people.put(fan, person);
            present.add(person);
        }
    }

    private void goAway(String fan) {
        Long person = people.remove(fan);
        if (person != null) {
            present.remove(person);
        }
    }

    /** Which cohort a place belongs to. */
    Cohort cohort(JoinedPlace place) {
        if (!frozen) {
            return Cohort.FIRST;
        }
        return PlainDraw.suspected(place.getSuspicion(), room().getPolicy()) ? Cohort.LAST : Cohort.SECOND;
    }

    void join(JoinedPlace place) {
        Entrant entrant = new Entrant(
                PlainDraw.bytes(place.getPseudonym()),
                place.getSequence(),
                place.getJoinedAt(),
                place.getTier(),
                place.getPurchases(),
                place.getSuspicion());
        joined = place.getSequence();
        places.put(place.getFanId(), joined);
        enter(place.getFanId(), place.getPerson());
        waiting.put(joined, entrant);
        if (frozen && cohort(place) == Cohort.LAST) {
            stand(new Stand(MOVED, 0, NOTHING, turn(), joined));
        } else if (frozen) {
            // Earliness does not count: as if this had been the draw's instant.
            long score = PlainDraw.score(entrant, room().getPolicy(), entrant.joinedAt());
            stand(new Stand(SECOND, score, NOTHING, joined, joined));
        }
    }

    private long turn() {
        turns++;
        return turns;
    }

    private void stand(Stand stand) {
        stands.put(stand.sequence(), stand);
        order.add(stand);
    }

    private boolean stopWaiting(long sequence) {
        Stand stand = stands.remove(sequence);
        if (stand != null) {
            order.remove(stand);
        }
        return waiting.remove(sequence) != null;
    }

    boolean leave(String fan, long sequence) {
        boolean waited = stopWaiting(sequence);
        boolean had = places.remove(fan, sequence);
        if (had) {
            goAway(fan);
        }
        return had && waited;
    }

    /** Whether a rating sends a fan's place to the very end. */
    boolean moves(String fan, int suspicion) {
        Long sequence = places.get(fan);
        Entrant entrant = sequence == null ? null : waiting.get(sequence);
        if (entrant == null || !frozen || !PlainDraw.suspected(suspicion, room().getPolicy())) {
            return false;
        }
        Stand stand = stands.get(sequence);
        boolean there = stand != null && stand.part() >= SUSPECTS;
        return !there && !PlainDraw.suspected(entrant.suspicion(), room().getPolicy());
    }

    void rate(FanRated rated) {
        Long sequence = places.get(rated.getFanId());
        if (sequence == null) {
            return;
        }
        if (!frozen) {
            waiting.computeIfPresent(
                    sequence, (place, entrant) -> entrant.rated(rated.getTier(), rated.getSuspicion()));
        }
        Entrant entrant = waiting.get(sequence);
        if (rated.getMoved() != null && entrant != null) {
            stopWaiting(sequence);
            waiting.put(sequence, entrant);
            stand(new Stand(MOVED, 0, NOTHING, turn(), sequence));
        }
    }

    /** Answers how many take part. */
    int freeze() {
        roster = new ArrayList<>();
        waiting.values()
                .forEach(entrant -> roster.add(
                        new Leaf(entrant, PlainDraw.leaf(entrant, room().getPolicy(), room().getDrawsAt()))));
        root = PlainDraw.root(roster.stream().map(Leaf::hash).toList());
        frozen = true;
        return roster.size();
    }

    void hear(byte[] value) {
        beacon = value;
    }

    boolean heardBeacon() {
        return beacon != null;
    }

    /** Answers the hash of the order. */
    byte[] draw(byte[] seed) {
        byte[] value = Objects.requireNonNullElse(beacon, NOTHING);
        Map<Long, byte[]> hashes = new HashMap<>();
        TreeSet<Stand> all = new TreeSet<>(Stand.ORDER);
        for (Leaf leaf : roster) {
            long sequence = leaf.entrant().sequence();
            long score = PlainDraw.score(leaf.entrant(), room().getPolicy(), room().getDrawsAt());
            byte[] lot = PlainDraw.lot(seed, root, value, leaf.hash());
            hashes.put(sequence, leaf.hash());
            all.add(new Stand(FIRST, score, lot, 0, sequence));
            if (waiting.containsKey(sequence) && !stands.containsKey(sequence)) {
                boolean suspected = PlainDraw.suspected(leaf.entrant().suspicion(), room().getPolicy());
                stand(new Stand(suspected ? SUSPECTS : FIRST, score, lot, 0, sequence));
            }
        }
        drawn = true;
        roster = List.of();
        return PlainDraw.sha256(
                all.stream().map(stand -> hashes.get(stand.sequence())).toArray(byte[][]::new));
    }

    /** Who is next; negative where nobody is. */
    long next() {
        return order.isEmpty() ? -1 : order.getFirst().sequence();
    }

    /** Whoever is let in keeps the place until the admission ends. */
    boolean admit(String fan, long sequence) {
        Long place = places.get(fan);
        return stopWaiting(sequence) && place != null && place == sequence;
    }

    void end(String fan) {
        places.remove(fan);
        goAway(fan);
    }
}
