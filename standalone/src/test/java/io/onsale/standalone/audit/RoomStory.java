package io.onsale.standalone.audit;

import io.onsale.schemas.Topic;
import io.onsale.schemas.Topics;
import io.onsale.schemas.admission.Admission;
import io.onsale.schemas.admission.AdmissionEnd;
import io.onsale.schemas.admission.AdmissionEnded;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.BeaconPublished;
import io.onsale.schemas.admission.Cohort;
import io.onsale.schemas.admission.FanLeft;
import io.onsale.schemas.admission.FanRated;
import io.onsale.schemas.admission.FansAdmitted;
import io.onsale.schemas.admission.FansJoined;
import io.onsale.schemas.admission.JoinedPlace;
import io.onsale.schemas.admission.OrderDrawn;
import io.onsale.schemas.admission.PlaceFreed;
import io.onsale.schemas.admission.QueuePolicy;
import io.onsale.schemas.admission.Room;
import io.onsale.schemas.admission.RoomChanged;
import io.onsale.schemas.admission.RoomControlled;
import io.onsale.schemas.admission.RoomOpened;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.admission.RosterFrozen;
import io.onsale.schemas.admission.Tier;
import io.onsale.schemas.catalogue.Beacon;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.inventory.HoldExpired;
import io.onsale.schemas.inventory.HoldReleased;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.SeatsConfirmed;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.SeatsReturned;
import io.onsale.schemas.inventory.ShopperClosed;
import io.onsale.schemas.inventory.ShopperClosing;
import io.onsale.standalone.audit.rules.Logged;
import io.onsale.standalone.audit.rules.Place;
import io.onsale.waiting.Draw;
import io.onsale.waiting.DrawnOrder;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Leaf;
import io.onsale.waiting.Line;
import io.onsale.waiting.Policy;
import io.onsale.waiting.Roster;
import io.onsale.waiting.ScoreInputs;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Writes the log of a waiting room as tests tell it: what they leave to it is done honestly, with the line that admission itself uses. */
public final class RoomStory {

    public static final Instant DRAW = Instant.parse("2026-12-01T11:00:00Z");
    public static final Hash SEED = Hash.ofHex("5e".repeat(32));

    private static final Policy POLICY = Policy.PRIORITY_1;
    private static final byte[] RANDOMNESS = HexFormat.of().parseHex("07".repeat(32));
    private static final Instant LATER = DRAW.plusSeconds(900);

    private final List<Logged> log = new ArrayList<>();
    private final Map<Topic<?>, Long> sequences = new HashMap<>();
    private final Map<String, JoinedPlace> places = new HashMap<>();
    private final Map<Integer, String> fans = new HashMap<>();
    private final Map<String, String> holds = new HashMap<>();
    /** By fan the command in which inventory tells that it closed them. */
    private final Map<String, String> closings = new HashMap<>();

    private final Line line = new Line();
    private final String event;
    private final Room room;
    private final @Nullable Beacon beacon;
    private Roster roster = Roster.under(POLICY).build();
    private boolean frozen;
    private int joined;
    private int shopping;
    private int limit;
    private Instant at = DRAW.minusSeconds(60);

    private RoomStory(String event, int limit, @Nullable Beacon beacon) {
        this.event = event;
        this.limit = limit;
        this.beacon = beacon;
        this.room = room(POLICY);
        write(new RoomOpened(room, buffer(Draw.commitment(event, SEED))));
    }

    /** A room is open in which so many may shop at once. */
    public static RoomStory opened(int limit) {
        return opened(Story.EVENT, limit);
    }

    /** A room of another event is open. */
    public static RoomStory opened(String event, int limit) {
        return new RoomStory(event, limit, null);
    }

    /** Its draw waits for round 7 of a beacon. */
    public static RoomStory withBeacon() {
        return withBeacon(new Beacon("lottery", 7L, DRAW.plusSeconds(60)));
    }

    public static RoomStory withBeacon(Beacon beacon) {
        return new RoomStory(Story.EVENT, 10, beacon);
    }

    private Room room(Policy policy) {
        return new Room(
                "organizer",
                DRAW.minusSeconds(1_800),
                DRAW,
                limit,
                200,
                new QueuePolicy(
                        policy.version(),
                        policy.platinum(),
                        policy.gold(),
                        policy.perPurchase(),
                        policy.earlinessMost(),
                        policy.suspicionAbove(),
                        policy.suspicionPenalty()),
                beacon,
                60,
                50,
                3,
                null);
    }

    /** From here on it is so many seconds after the draw. */
    public RoomStory at(long seconds) {
        return at(seconds, 0);
    }

    public RoomStory at(long seconds, long millis) {
        at = DRAW.plusSeconds(seconds).plusMillis(millis);
        return this;
    }

    public RoomStory joined(String... names) {
        for (String fan : names) {
            joined(fan, 0, frozen ? Cohort.SECOND : Cohort.FIRST);
        }
        return this;
    }

    public RoomStory joinedSuspected(String fan) {
        return joined(fan, 900, frozen ? Cohort.LAST : Cohort.FIRST);
    }

    /** The next fan's place has a number too high. */
    public RoomStory skipping() {
        joined++;
        return this;
    }

    public RoomStory joined(String fan, int suspicion, Cohort cohort) {
        return joined(fan, suspicion, cohort, at);
    }

    /** Somebody who may come under several names. */
    public RoomStory joinedAs(long person, String fan) {
        return joined(fan, 0, frozen ? Cohort.SECOND : Cohort.FIRST, at, person);
    }

    /** Says that the fan joined at another time than it happens. */
    public RoomStory joined(String fan, int suspicion, Cohort cohort, Instant joinedAt) {
        return joined(fan, suspicion, cohort, joinedAt, 0);
    }

    private RoomStory joined(String fan, int suspicion, Cohort cohort, Instant joinedAt, long person) {
        joined++;
        JoinedPlace place = new JoinedPlace(
                (long) joined,
                fan,
                ByteBuffer.wrap(Arrays.copyOf(fan.getBytes(StandardCharsets.UTF_8), Leaf.PSEUDONYM_BYTES)),
                joinedAt,
                cohort,
                joined % 4 == 0 ? Tier.GOLD : Tier.NONE,
                joined % 3,
                suspicion,
                ByteBuffer.allocate(0),
                1L,
                2L,
                person);
        places.put(fan, place);
        fans.put(joined, fan);
        switch (cohort) {
            case FIRST -> line.addToRoster(joined);
            case SECOND -> line.add(joined, POLICY.score(inputs(place, at)));
            case LAST -> line.addToEnd(joined);
        }
        return write(new FansJoined(List.of(place)));
    }

    private static ScoreInputs inputs(JoinedPlace place, Instant drawsAt) {
        return new ScoreInputs(
                io.onsale.waiting.Tier.valueOf(place.getTier().name()),
                place.getPurchases(),
                POLICY.earliness(place.getJoinedAt(), drawsAt),
                place.getSuspicion());
    }

    public RoomStory left(String fan) {
        line.remove(sequence(fan));
        return write(new FanLeft((long) sequence(fan), fan));
    }

    /** Rated honestly: sent to the very end if that is due. */
    public RoomStory rated(String fan, int suspicion) {
        boolean moves = frozen && POLICY.suspects(suspicion) && line.moveToEnd(sequence(fan));
        if (!frozen) {
            places.put(
                    fan,
                    JoinedPlace.newBuilder(place(fan)).setSuspicion(suspicion).build());
        }
        return rated(fan, suspicion, moves ? (long) sequence(fan) : null);
    }

    public RoomStory rated(String fan, int suspicion, @Nullable Long moved) {
        return write(new FanRated(fan, place(fan).getTier(), suspicion, "seen", moved));
    }

    public RoomStory frozen() {
        frozenFor(roster().root(), roster().size());
        return this;
    }

    public RoomStory frozenFor(Hash root, int size) {
        roster = roster();
        frozen = true;
        return write(new RosterFrozen(buffer(root), size));
    }

    private Roster roster() {
        Roster.Builder leaves = Roster.under(POLICY);
        places.values().stream()
                .filter(place -> line.contains((int) place.getSequence()))
                .map(place ->
                        Leaf.of(place.getPseudonym().array(), (int) place.getSequence(), inputs(place, DRAW), POLICY))
                .forEach(leaves::add);
        return leaves.build();
    }

    public RoomStory heard(int round) {
        return heard(round, RANDOMNESS);
    }

    public RoomStory heard(int round, byte[] value) {
        return write(new BeaconPublished((long) round, ByteBuffer.wrap(value)));
    }

    public RoomStory drawn() {
        return drawn(SEED, order(SEED).hash());
    }

    /** The order as another seed would have made it. */
    public RoomStory rerolled(Hash seed) {
        return drawn(seed, order(seed).hash());
    }

    public RoomStory drawn(Hash seed, Hash order) {
        line.draw(order(seed));
        return write(new OrderDrawn(buffer(seed), buffer(order)));
    }

    private DrawnOrder order(Hash seed) {
        return new Draw(seed, roster.root(), beacon == null ? new byte[0] : RANDOMNESS).order(roster);
    }

    /** As many as are next are let in. */
    public RoomStory admitted(int most) {
        return admitted(
                limit, Arrays.stream(line.next(most)).mapToObj(fans::get).toArray(String[]::new));
    }

    /** These are let in, whoever is next. */
    public RoomStory admitted(int toldLimit, String... names) {
        shopping += names.length;
        return admitted(toldLimit, shopping, names);
    }

    public RoomStory admitted(int toldLimit, int toldShopping, String... names) {
        List<Admission> admissions = new ArrayList<>();
        for (String fan : names) {
            line.remove(sequence(fan));
            admissions.add(new Admission((long) sequence(fan), fan, admission(fan), LATER));
        }
        return write(new FansAdmitted(admissions, toldLimit, toldShopping));
    }

    /** The fans who are next, in order. */
    public String[] next(int most) {
        return Arrays.stream(line.next(most)).mapToObj(fans::get).toArray(String[]::new);
    }

    public RoomStory ended(String fan) {
        return write(new AdmissionEnded((long) sequence(fan), fan, admission(fan), LATER, AdmissionEnd.LEFT));
    }

    /** The fan's place is free, because inventory said that it closed them, if it did. */
    public RoomStory freed(String fan) {
        shopping--;
        Topic<?> topic = Topics.ADMISSION_EVENTS;
        String cause = closings.getOrDefault(fan, "a-timer");
        PlaceFreed freed = new PlaceFreed(admission(fan), (long) sequence(fan), shopping);
        return write(topic, new AdmissionEvent(envelope(topic, cause), freed));
    }

    public RoomStory controlled(int newLimit, RoomState state) {
        limit = newLimit;
        return write(new RoomControlled(newLimit, 200, state, "organizer"));
    }

    /** So many are let in a second. */
    public RoomStory paced(int perSecond) {
        return write(new RoomControlled(limit, perSecond, RoomState.OPEN, "organizer"));
    }

    /** The room goes by another policy. */
    public RoomStory changed(Policy policy) {
        return write(new RoomChanged(room(policy)));
    }

    /** Inventory lets the fan hold nothing more. */
    public RoomStory closing(String fan) {
        return inventory(new ShopperClosing(admission(fan), fan, LATER));
    }

    /** Inventory has nothing of the fan's any more. */
    public RoomStory closed(String fan) {
        closings.put(fan, command() + "#0>");
        return inventory(new ShopperClosed(admission(fan), fan, false, LATER));
    }

    public RoomStory held(String fan) {
        return held(fan, admission(fan));
    }

    public RoomStory held(String fan, String admission) {
        return held(fan, admission, LATER);
    }

    /** Nobody asked whether the fan was let in. */
    public RoomStory heldWithoutAdmission(String fan) {
        return held(fan, null, null);
    }

    /** The fan's token says that it is good for so many seconds after the draw. */
    public RoomStory heldUntil(long seconds, String fan) {
        return held(fan, admission(fan), DRAW.plusSeconds(seconds));
    }

    private RoomStory held(String fan, @Nullable String admission, @Nullable Instant endsAt) {
        String hold = "hold-" + log.size();
        holds.put(fan, hold);
        return inventory(new SeatsHeld(
                hold,
                fan,
                "night",
                List.of(),
                "KRW",
                0L,
                "base-1",
                at.plusSeconds(60),
                List.of(),
                0L,
                0L,
                admission,
                endsAt,
                null));
    }

    public RoomStory released(String fan) {
        return inventory(new HoldReleased(hold(fan), fan, "night", List.of(), List.of(), null));
    }

    public RoomStory expired(String fan) {
        return inventory(new HoldExpired(hold(fan), fan, "night", List.of(), at, List.of()));
    }

    public RoomStory confirmed(String fan) {
        return inventory(new SeatsConfirmed("order", hold(fan), fan, "night", List.of(), List.of()));
    }

    public RoomStory returned(String fan) {
        return inventory(new SeatsReturned("order", hold(fan), fan, "night", List.of(), List.of(), null, null));
    }

    /** The latest hold of the fan. */
    private String hold(String fan) {
        return Objects.requireNonNull(holds.get(fan));
    }

    public String admission(String fan) {
        return event + "." + sequence(fan);
    }

    private int sequence(String fan) {
        return (int) place(fan).getSequence();
    }

    private JoinedPlace place(String fan) {
        return Objects.requireNonNull(places.get(fan));
    }

    public List<Logged> log() {
        return List.copyOf(log);
    }

    private RoomStory inventory(Object body) {
        Topic<?> topic = Topics.INVENTORY_EVENTS;
        return write(topic, new InventoryEvent(envelope(topic), body));
    }

    private RoomStory write(Object body) {
        Topic<?> topic = Topics.ADMISSION_EVENTS;
        return write(topic, new AdmissionEvent(envelope(topic), body));
    }

    private RoomStory write(Topic<?> topic, SpecificRecord value) {
        log.add(new Logged(new Place(topic.name(), 0, log.size()), event, value));
        return this;
    }

    private String command() {
        return "room-command-" + log.size();
    }

    private EventEnvelope envelope(Topic<?> topic) {
        return envelope(topic, command());
    }

    private EventEnvelope envelope(Topic<?> topic, String command) {
        return new EventEnvelope(
                command + "#0",
                command,
                "trace",
                new Actor(ActorKind.FAN, "fan"),
                at,
                sequences.merge(topic, 1L, Long::sum));
    }

    private static ByteBuffer buffer(Hash hash) {
        return ByteBuffer.wrap(hash.bytes());
    }
}
