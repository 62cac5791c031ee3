package io.onsale.edge.views.queue;

import io.onsale.edge.views.Progress;
import io.onsale.edge.views.View;
import io.onsale.schemas.admission.Admission;
import io.onsale.schemas.admission.AdmissionEnded;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.FanLeft;
import io.onsale.schemas.admission.FanRated;
import io.onsale.schemas.admission.FansAdmitted;
import io.onsale.schemas.admission.OrderDrawn;
import io.onsale.schemas.admission.RoomControlled;
import io.onsale.schemas.admission.RoomOpened;
import io.onsale.schemas.admission.RosterFrozen;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Every waiting room. A day by the log's clock after a room is over it lets go of everybody who was in it, as admission does. */
public final class QueueView implements View<AdmissionEvent> {
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Map<String, QueueRoom> rooms = new ConcurrentHashMap<>();
    private final Progress progress = new Progress();
    private final RosterArchive archive;
    private final LongSupplier nanos;
    /** Those that are over longest first: whoever catches up reads one partition's past after another's present. */
    private final Queue<Over> over = new PriorityQueue<>(Comparator.comparing(Over::since));

    private Instant newest = Instant.MIN;
    private volatile Followers followers = Followers.NONE;

    /** A room that is over since an instant of the log. */
    private record Over(QueueRoom room, Instant since) {}

    /** Of which nothing is kept that is let go of. */
    public QueueView() {
        this(RosterArchive.NONE);
    }

    /** Keeps the rosters of rooms that it lets go of there. */
    public QueueView(RosterArchive archive) {
        this(archive, System::nanoTime);
    }

    QueueView(RosterArchive archive, LongSupplier nanos) {
        this.archive = archive;
        this.nanos = nanos;
    }

    /** The room of an event; nothing where it has none. */
    public Optional<QueueRoom> room(String eventId) {
        return Optional.ofNullable(rooms.get(eventId));
    }

    /** What is in force at an event's room; nothing where it has none. */
    public Optional<QueueRoom.Control> control(String eventId) {
        return room(eventId).map(QueueRoom::control);
    }

    /** All rooms, those that are over among them. */
    public Collection<QueueRoom> rooms() {
        return List.copyOf(rooms.values());
    }

    /** Where rosters of rooms are that are forgotten. */
    public RosterArchive archive() {
        return archive;
    }

    /** How far it has come with each event. */
    public Progress progress() {
        return progress;
    }

    /** From now on these are told what is news to whoever follows a place, by the one thread that takes facts in. */
    public void tell(Followers told) {
        followers = told;
    }

    @Override
    public void apply(String eventId, @Nullable AdmissionEvent event) {
        if (event == null || event.getEnvelope().getSequence() <= progress.of(eventId)) {
            return;
        }
        forgetOld(event.getEnvelope().getAt());
        long sequence = event.getEnvelope().getSequence();
        if (event.getBody() instanceof RoomOpened opened) {
            QueueRoom room = open(eventId, opened);
            room.version = sequence;
            room.clock.saw(event.getEnvelope().getAt());
            rooms.put(eventId, room);
        } else {
            room(eventId).ifPresent(room -> change(room, event, sequence));
        }
        progress.advance(eventId, sequence);
        tell(eventId, event.getBody());
    }

    private QueueRoom open(String eventId, RoomOpened opened) {
        RoomDraw draw = new RoomDraw(RoomDraw.hash(opened.getCommitment()));
        return new QueueRoom(eventId, opened.getRoom(), draw, new LogClock(nanos));
    }

    private void forgetOld(Instant at) {
        newest = at.isAfter(newest) ? at : newest;
        Instant horizon = newest.minus(REMEMBERED);
        while (!over.isEmpty() && !over.element().since().isAfter(horizon)) {
            forget(over.remove().room());
        }
    }

    /** Its roster is kept before it is let go of, so that it can be downloaded all along. */
    private void forget(QueueRoom room) {
        room.draw().rosterRoot().ifPresent(root -> archive.keep(root, room.rosterLines()));
        room.writing(room.version(), room::forget);
    }

    private void change(QueueRoom room, AdmissionEvent event, long sequence) {
        boolean wasOver = room.isOver();
        Runnable change = new RoomChanges(room).prepare(event);
        room.writing(sequence, () -> {
            room.clock.saw(event.getEnvelope().getAt());
            int before = room.waiting();
            change.run();
            RoomMetrics.WAITING.inc(room.waiting() - (double) before);
        });
        if (room.isOver() && !wasOver) {
            over.add(new Over(room, event.getEnvelope().getAt()));
        }
    }

    private void tell(String eventId, Object body) {
        switch (body) {
            case FansAdmitted admitted -> {
                for (Admission each : admitted.getAdmissions()) {
                    followers.told(eventId, each.getSequence());
                }
            }
            case AdmissionEnded ended -> followers.told(eventId, ended.getSequence());
            case FanLeft left -> followers.told(eventId, left.getSequence());
            case FanRated rated -> {
                if (rated.getMoved() != null) {
                    followers.told(eventId, rated.getMoved());
                }
            }
            case OrderDrawn drawn -> followers.allTold(eventId);
            case RosterFrozen frozen -> followers.allTold(eventId);
            case RoomControlled controlled -> followers.allTold(eventId);
            default -> {
                // Everything else can wait for the next round.
            }
        }
    }
}
