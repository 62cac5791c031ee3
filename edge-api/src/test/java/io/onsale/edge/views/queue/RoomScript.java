package io.onsale.edge.views.queue;

import io.onsale.schemas.admission.Admission;
import io.onsale.schemas.admission.AdmissionEnd;
import io.onsale.schemas.admission.AdmissionEnded;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.BeaconPublished;
import io.onsale.schemas.admission.Cohort;
import io.onsale.schemas.admission.FanArrived;
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
import io.onsale.waiting.Draw;
import io.onsale.waiting.DrawnOrder;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Leaf;
import io.onsale.waiting.Policy;
import io.onsale.waiting.Roster;
import io.onsale.waiting.ScoreInputs;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The facts of one waiting room as admission would write them, handed to a view one after another. */
public final class RoomScript {
    public static final String EVENT = "event-1";
    public static final Instant OPENING = Instant.parse("2026-12-01T11:00:00Z");
    private static final Hash SEED = Hash.of(new byte[Hash.BYTES]);
    private static final ByteBuffer NO_REQUEST = ByteBuffer.wrap(new byte[0]);

    private final QueueView view;
    private final Policy policy;
    private final @Nullable Beacon beacon;
    /** Those that take part, by sequence, as long as that is not final. */
    private final Map<Integer, Leaf> leaves = new TreeMap<>();

    private Roster roster;
    private byte[] beaconValue = {};
    private long sequence;
    private long joined;
    private int shopping;
    private boolean frozen;
    private Function<String, byte[]> pseudonyms = RoomScript::usualPseudonym;
    private Instant now = OPENING.minusSeconds(1_000);

    /** A room without a beacon that goes by the usual policy. */
    public RoomScript(QueueView view) {
        this(view, Policy.DRAW_1, null);
    }

    public RoomScript(QueueView view, Policy policy, @Nullable Beacon beacon) {
        this.view = view;
        this.policy = policy;
        this.beacon = beacon;
        this.roster = Roster.under(policy).build();
    }

    public RoomScript at(Instant instant) {
        now = instant;
        return this;
    }

    /** Fans are called otherwise than they usually are here. */
    public RoomScript calling(Function<String, byte[]> names) {
        pseudonyms = names;
        return this;
    }

    private static byte[] usualPseudonym(String fan) {
        return ByteBuffer.allocate(16)
                .putLong(fan.hashCode())
                .putLong(fan.length())
                .array();
    }

    /** What a fan is called in the line. */
    public byte[] pseudonym(String fan) {
        return pseudonyms.apply(fan);
    }

    /** The last fact's number. */
    public long sequence() {
        return sequence;
    }

    public RoomScript opened() {
        return happened(
                new RoomOpened(room(), bytes(Draw.commitment(EVENT, SEED).bytes())));
    }

    private Room room() {
        return Room.newBuilder()
                .setOrganizerId("organizer-1")
                .setOpensAt(OPENING.minusSeconds(1_800))
                .setDrawsAt(OPENING)
                .setMaxConcurrent(100)
                .setAdmitPerSecond(10)
                .setPolicy(new QueuePolicy(
                        policy.version(),
                        policy.platinum(),
                        policy.gold(),
                        policy.perPurchase(),
                        policy.earlinessMost(),
                        policy.suspicionAbove(),
                        policy.suspicionPenalty()))
                .setBeacon(beacon)
                .setArriveWithinSeconds(60)
                .setMaxPerAddress(0)
                .setMaxPerDevice(0)
                .build();
    }

    /** Fans nobody knows anything about; their places. */
    public List<JoinedPlace> joined(String... fans) {
        List<JoinedPlace> places = Arrays.stream(fans)
                .map(fan -> place(fan, Tier.NONE, 0, 0, NO_REQUEST))
                .toList();
        happened(new FansJoined(places));
        return places;
    }

    /** One fan; the place. */
    public JoinedPlace joined(String fan, Tier tier, int purchases, int suspicion) {
        JoinedPlace place = place(fan, tier, purchases, suspicion, NO_REQUEST);
        happened(new FansJoined(List.of(place)));
        return place;
    }

    /** One fan, by this request; the place. */
    public JoinedPlace joined(String fan, ByteBuffer request) {
        JoinedPlace place = place(fan, Tier.NONE, 0, 0, request);
        happened(new FansJoined(List.of(place)));
        return place;
    }

    private JoinedPlace place(String fan, Tier tier, int purchases, int suspicion, ByteBuffer request) {
        joined++;
        byte[] pseudonym = pseudonym(fan);
        Cohort late = policy.suspects(suspicion) ? Cohort.LAST : Cohort.SECOND;
        if (!frozen) {
            leaves.put((int) joined, leaf(pseudonym, (int) joined, tier, purchases, suspicion, now));
        }
        return new JoinedPlace(
                joined,
                fan,
                bytes(pseudonym),
                now,
                frozen ? late : Cohort.FIRST,
                tier,
                purchases,
                suspicion,
                request,
                0L,
                0L,
                0L);
    }

    private Leaf leaf(byte[] pseudonym, int place, Tier tier, int purchases, int suspicion, Instant at) {
        ScoreInputs inputs = new ScoreInputs(
                io.onsale.waiting.Tier.valueOf(tier.name()), purchases, policy.earliness(at, OPENING), suspicion);
        return Leaf.of(pseudonym, place, inputs, policy);
    }

    public RoomScript left(long place, String fan) {
        leaves.remove((int) place);
        return happened(new FanLeft(place, fan));
    }

    /** What is known of a fan changes; before the roster is final, of the place too. */
    public RoomScript rated(String fan, long place, Tier tier, int suspicion, @Nullable Long moved) {
        Leaf known = leaves.get((int) place);
        if (!frozen && known != null) {
            ScoreInputs inputs = known.inputs();
            leaves.put(
                    (int) place,
                    new Leaf(
                            known.pseudonym(),
                            (int) place,
                            new ScoreInputs(
                                    io.onsale.waiting.Tier.valueOf(tier.name()),
                                    inputs.purchases(),
                                    inputs.earliness(),
                                    suspicion),
                            policy.version()));
        }
        return happened(new FanRated(fan, tier, suspicion, "seen", moved));
    }

    public RoomScript frozen() {
        frozen = true;
        Roster.Builder all = Roster.under(policy);
        leaves.values().forEach(all::add);
        roster = all.build();
        return happened(new RosterFrozen(bytes(roster.root().bytes()), roster.size()));
    }

    public RoomScript beacon(long round, byte... value) {
        beaconValue = value.clone();
        return happened(new BeaconPublished(round, bytes(value)));
    }

    public RoomScript drawn() {
        return happened(new OrderDrawn(bytes(SEED.bytes()), bytes(order().hash().bytes())));
    }

    /** The log tells of another order than the one that comes of it. */
    public RoomScript drawnFalsely() {
        return happened(new OrderDrawn(bytes(SEED.bytes()), bytes(new byte[Hash.BYTES])));
    }

    /** The log tells of another roster than the one that joined. */
    public RoomScript frozenFalsely() {
        frozen = true;
        return happened(new RosterFrozen(bytes(new byte[Hash.BYTES]), leaves.size()));
    }

    /** The order of the first cohort, suspects at the end. */
    public List<Long> order(boolean suspects) {
        DrawnOrder order = order();
        List<Long> places = new ArrayList<>();
        for (int position = 0; position < order.size(); position++) {
            if (roster.suspect(order.index(position)) == suspects) {
                places.add((long) order.sequence(position));
            }
        }
        return places;
    }

    private DrawnOrder order() {
        return new Draw(SEED, roster.root(), beaconValue).order(roster);
    }

    public RoomScript admitted(String fan, long place) {
        shopping++;
        Admission admission = new Admission(place, fan, admissionOf(place), now.plusSeconds(900));
        return happened(new FansAdmitted(List.of(admission), 100, shopping));
    }

    /** The admission of a place. */
    public static String admissionOf(long place) {
        return EVENT + "." + place;
    }

    public RoomScript arrived(String fan, long place) {
        return happened(new FanArrived(place, fan, admissionOf(place)));
    }

    public RoomScript ended(String fan, long place, AdmissionEnd why) {
        return happened(new AdmissionEnded(place, fan, admissionOf(place), now.plusSeconds(900), why));
    }

    public RoomScript freed(long place) {
        shopping--;
        return happened(new PlaceFreed(admissionOf(place), place, shopping));
    }

    /** The organizer changes what the room goes by. */
    public RoomScript changed(int maxConcurrent, int perSecond) {
        return happened(new RoomChanged(Room.newBuilder(room())
                .setMaxConcurrent(maxConcurrent)
                .setAdmitPerSecond(perSecond)
                .build()));
    }

    public RoomScript controlled(int maxConcurrent, int perSecond, RoomState state) {
        return happened(new RoomControlled(maxConcurrent, perSecond, state, "organizer-1"));
    }

    private RoomScript happened(Object body) {
        sequence++;
        view.apply(EVENT, event(sequence, body));
        return this;
    }

    private AdmissionEvent event(long number, Object body) {
        return new AdmissionEvent(
                new EventEnvelope(
                        "command-" + number + "#0",
                        "command-" + number,
                        "trace",
                        new Actor(ActorKind.SYSTEM, "edge"),
                        now,
                        number),
                body);
    }

    private static ByteBuffer bytes(byte[] bytes) {
        return ByteBuffer.wrap(bytes);
    }
}
