package io.onsale.edge.views.queue;

import io.onsale.schemas.admission.QueuePolicy;
import io.onsale.schemas.admission.Room;
import io.onsale.schemas.admission.RoomState;
import io.onsale.waiting.InclusionProof;
import io.onsale.waiting.Leaf;
import io.onsale.waiting.Line;
import io.onsale.waiting.Move;
import io.onsale.waiting.Policy;
import io.onsale.waiting.RoomPhase;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The waiting room of one event, as of the last of its facts that is in view; {@link RoomChanges} changes it. */
public final class QueueRoom {
    final String eventId;
    final RoomDraw draw;
    Places places = new Places();
    Line line = new Line();
    /** Of those who wait for the draw, once it is final who does, so many are suspected and go to the very end. */
    int suspects;

    final Tally tally = new Tally();
    final LogClock clock;
    Map<Integer, Shopper> shoppers = new HashMap<>();
    FanIndex fans = new FanIndex();

    Room terms;
    int maxConcurrent;
    int admitPerSecond;
    RoomState state = RoomState.OPEN;
    boolean joinable = true;
    long version;
    private boolean forgotten;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    QueueRoom(String eventId, Room terms, RoomDraw draw, LogClock clock) {
        this.eventId = eventId;
        this.clock = clock;
        this.terms = terms;
        this.draw = draw;
        this.maxConcurrent = terms.getMaxConcurrent();
        this.admitPerSecond = terms.getAdmitPerSecond();
    }

    public String eventId() {
        return eventId;
    }

    /** What it goes by. */
    public Room terms() {
        return reading(() -> terms);
    }

    /** The last of its facts that is in view. */
    public long version() {
        return reading(() -> version);
    }

    /** What it is about at an instant. */
    public RoomPhase phase(Instant now) {
        return reading(() -> {
            if (state == RoomState.CLOSED) {
                return RoomPhase.CLOSED;
            }
            if (draw.isDrawn()) {
                return RoomPhase.LINE;
            }
            if (draw.isFrozen()) {
                return RoomPhase.DRAW_PENDING;
            }
            return now.isBefore(terms.getOpensAt()) ? RoomPhase.SCHEDULED : RoomPhase.PRE_QUEUE;
        });
    }

    /** Several looks at it, between which nothing happens. */
    public <T> T atOnce(Supplier<T> looks) {
        return reading(looks);
    }

    /** How a place stands; nothing where there is no such place in view. */
    public Optional<Standing> standing(long sequence) {
        return reading(() -> places.has(sequence) ? Optional.of(standing((int) sequence)) : Optional.empty());
    }

    private Standing standing(int sequence) {
        return new Standing(
                version,
                sequence,
                places.stage(sequence),
                !line.isInRoster(sequence),
                ahead(sequence),
                places.start(sequence),
                places.joinedAt(sequence),
                Optional.ofNullable(shoppers.get(sequence)));
    }

    /** How many are ahead of a place; nothing where that is still to be drawn. */
    OptionalInt ahead(int sequence) {
        return line.isDrawn() ? line.rank(sequence) : line.rankBehindRoster(sequence, suspects);
    }

    /** Whether a place that takes part in the draw is drawn to the very end. */
    boolean suspect(int sequence) {
        return policy().suspects(places.inputs(sequence, 0).suspicion());
    }

    /** How long so many people take, at the pace of the last minute; nothing where nobody is let in at the moment. */
    public OptionalDouble waitFor(int people) {
        return reading(() -> {
            if (!draw.isDrawn() || state == RoomState.PAUSED || state == RoomState.CLOSED) {
                return OptionalDouble.empty();
            }
            double rate = tally.rate(clock.now());
            return rate > 0 ? OptionalDouble.of(people / rate) : OptionalDouble.empty();
        });
    }

    /** How it does. */
    public Figures figures() {
        return reading(() -> tally.figures(waiting(), tally.rate(clock.now())));
    }

    /** How many are let in, and whether anybody is. */
    public Control control() {
        return reading(() -> new Control(maxConcurrent, admitPerSecond, state, joinable));
    }

    /**
     * What an organizer changes while it goes on.
     *
     * @param joinable whether anybody joins, once it is open
     */
    public record Control(int maxConcurrent, int admitPerSecond, RoomState state, boolean joinable) {}

    /** What is published of its draw. */
    public DrawFacts draw() {
        return reading(() -> draw.facts(policy()));
    }

    /** The first so many of those who were sent to the very end since its roster is final; kept for as long as its draw. */
    public List<Move> moves(int count) {
        return reading(() -> draw.moves(count));
    }

    /** The pseudonym of a place, by which its fan finds itself in the roster. */
    public Optional<byte[]> pseudonym(long sequence) {
        return reading(() -> places.has(sequence) ? Optional.of(places.pseudonym((int) sequence)) : Optional.empty());
    }

    /** The place that is waiting or let in under a pseudonym; a million are looked at in some milliseconds. */
    public OptionalLong livePlace(byte[] pseudonym) {
        return reading(() -> {
            int sequence = places.newest(pseudonym);
            boolean lives = sequence >= 0 && !places.stage(sequence).ended();
            return lives ? OptionalLong.of(sequence) : OptionalLong.empty();
        });
    }

    /** Whether a fan of this pseudonym waits or is let in, or has had a place that this request gave. */
    public boolean hasPlace(String fanId, byte[] pseudonym, ByteBuffer request) {
        return reading(() -> {
            int sequence = newest(fanId, pseudonym);
            return sequence >= 0 && (!places.stage(sequence).ended() || places.isFrom(sequence, request));
        });
    }

    /** The place with which a fan of this pseudonym waits or is let in. */
    public OptionalLong livePlace(String fanId, byte[] pseudonym) {
        return reading(() -> {
            int sequence = newest(fanId, pseudonym);
            boolean lives = sequence >= 0 && !places.stage(sequence).ended();
            return lives ? OptionalLong.of(sequence) : OptionalLong.empty();
        });
    }

    /** Less than 0 where there is none. The index goes by a hash of the id, which two may share. */
    private int newest(String fanId, byte[] pseudonym) {
        int sequence = fans.find(fanId);
        return sequence >= 0 && Arrays.equals(places.pseudonym(sequence), pseudonym) ? sequence : -1;
    }

    /** The place as it takes part in the draw; nothing where it does not, or before that is final. */
    public Optional<Leaf> leaf(long sequence) {
        return reading(() -> draw.isFrozen() && places.has(sequence) && places.isInRoster((int) sequence)
                ? Optional.of(places.leaf((int) sequence, policy(), terms.getDrawsAt()))
                : Optional.empty());
    }

    /** That a place takes part in the draw. */
    public Optional<InclusionProof> proof(long sequence) {
        return reading(() -> places.has(sequence) ? draw.proof((int) sequence) : Optional.empty());
    }

    /** So many of those that take part, from a sequence on; none after the last, and none before they are final. */
    public List<Leaf> leavesFrom(int sequence, int most) {
        return reading(() -> {
            List<Leaf> leaves = new java.util.ArrayList<>();
            int next = draw.isFrozen() ? places.nextOfRoster(sequence) : -1;
            while (next >= 0 && leaves.size() < most) {
                leaves.add(places.leaf(next, policy(), terms.getDrawsAt()));
                next = places.nextOfRoster(next + 1);
            }
            return leaves;
        });
    }

    Policy policy() {
        QueuePolicy policy = terms.getPolicy();
        return new Policy(
                policy.getVersion(),
                policy.getPlatinum(),
                policy.getGold(),
                policy.getPerPurchase(),
                policy.getEarlinessMost(),
                policy.getSuspicionAbove(),
                policy.getSuspicionPenalty());
    }

    /** How long the one who is let in at an instant waited since there was anything to wait for. */
    Duration waited(int sequence, Instant at) {
        Instant joined = places.joinedAt(sequence);
        Instant opening = terms.getDrawsAt();
        return Duration.between(joined.isBefore(opening) ? opening : joined, at);
    }

    /** Whether this room knows its fans no more; what was published of its draw it still does. */
    public boolean isForgotten() {
        return reading(() -> forgotten);
    }

    /** The lines of the roster's download, for the one thread that changes the room. */
    Stream<String> rosterLines() {
        return places.roster()
                .mapToObj(sequence -> RosterArchive.line(places.leaf(sequence, policy(), terms.getDrawsAt())));
    }

    /** Lets go of everybody. */
    void forget() {
        places = new Places();
        fans = new FanIndex();
        draw.forgetRoster();
        forgotten = true;
    }

    /** How many still wait for something; whoever was in a line that is closed was sent away. */
    int waiting() {
        return state == RoomState.CLOSED ? 0 : line.size();
    }

    /** Whether nobody is let in any more, nobody shops, and nothing is left to be told. */
    boolean isOver() {
        return state == RoomState.CLOSED && shoppers.isEmpty() && !draw.isDue(terms.getBeacon() != null);
    }

    /** Lets go of the line, once it is over. */
    void rest() {
        line = new Line();
        shoppers = new HashMap<>();
    }

    private <T> T reading(Supplier<T> body) {
        return locked(lock.readLock(), body);
    }

    /** Changes it, as of a sequence. */
    void writing(long sequence, Runnable body) {
        locked(lock.writeLock(), () -> {
            body.run();
            version = sequence;
            return sequence;
        });
    }

    private static <T> T locked(Lock lock, Supplier<T> body) {
        lock.lock();
        try {
            return body.get();
        } finally {
            lock.unlock();
        }
    }
}
