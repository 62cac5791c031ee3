package io.onsale.edge.views.seats;

import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.inventory.HeldArea;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An event that sells: its performances' seats, as of the last of its events that is in view. */
public final class Show {
    private static final int RATE_WINDOW = 5;
    private static final int RECENT_WINDOW = 60;

    private final String eventId;
    private volatile EventDefinition definition;
    private volatile Hall hall;
    private final Map<String, SeatMap> maps = new LinkedHashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final AreaCounts counts = new AreaCounts();
    private final Pulse holds = new Pulse();
    private final Pulse refusals = new Pulse();
    private long released;
    private long expired;
    private long version;
    private boolean closed;

    Show(String eventId, EventDefinition definition, long version) {
        this.eventId = eventId;
        this.definition = definition;
        this.hall = Hall.of(definition);
        this.version = version;
        for (Performance performance : definition.getPerformances()) {
            maps.put(performance.getPerformanceId(), new SeatMap(hall, version));
        }
    }

    public String eventId() {
        return eventId;
    }

    public EventDefinition definition() {
        return definition;
    }

    public Hall hall() {
        return hall;
    }

    /** The ids of its performances, in the order the organizer gave them. */
    public Set<String> performances() {
        return maps.keySet();
    }

    /** The sequence of the last of its events that is in view. */
    public long version() {
        return reading(() -> version);
    }

    /** Whether it sells nothing more. */
    public boolean closed() {
        return reading(() -> closed);
    }

    /** The seats of a performance in a span of the hall; nothing where there is no such performance. */
    public Optional<Snapshot> snapshot(String performanceId, Span span) {
        return map(performanceId).map(map -> reading(() -> new Snapshot(version, hall, span, map.copy(span))));
    }

    /** How full a performance is; nothing where there is no such performance. */
    public Optional<Occupancy> occupancy(String performanceId) {
        return map(performanceId).map(map -> reading(() -> new Occupancy(version, map.copyCounts())));
    }

    /** How many places of a section without numbered seats, or of one of its slots, are left. */
    public int placesLeft(String performanceId, String section, @Nullable String slot, int capacity) {
        return reading(() -> Math.max(0, capacity - counts.taken(performanceId, section, slot)));
    }

    /** What changed in a performance after a version; nothing where that is no longer known. */
    public Optional<ChangesTo> since(String performanceId, Span span, long after) {
        return map(performanceId)
                .flatMap(map -> reading(() -> after > version
                        ? Optional.empty()
                        : map.since(after, span.first(), span.seats())
                                .map(changes -> new ChangesTo(version, changes))));
    }

    /** What goes on, seen from an instant. */
    public Activity activity(Instant now) {
        return reading(() -> new Activity(
                holds.perSecond(now, RATE_WINDOW),
                refusals.perSecond(now, RATE_WINDOW),
                holds.within(now, RECENT_WINDOW),
                holds.total(),
                refusals.total(),
                released,
                expired));
    }

    int[] held(String performanceId, List<String> seatIds, List<HeldArea> areas, Instant at, long sequence) {
        return writing(sequence, () -> {
            holds.beat(at);
            counts.take(performanceId, areas);
            return set(performanceId, seatIds, SeatStatus.HELD, sequence);
        });
    }

    void released(String performanceId, List<String> seatIds, List<HeldArea> areas, long sequence) {
        writing(sequence, () -> {
            released++;
            counts.free(performanceId, areas);
            return set(performanceId, seatIds, SeatStatus.AVAILABLE, sequence);
        });
    }

    void expired(String performanceId, List<String> seatIds, List<HeldArea> areas, long sequence) {
        writing(sequence, () -> {
            expired++;
            counts.free(performanceId, areas);
            return set(performanceId, seatIds, SeatStatus.AVAILABLE, sequence);
        });
    }

    void sold(String performanceId, List<String> seatIds, long sequence) {
        writing(sequence, () -> set(performanceId, seatIds, SeatStatus.SOLD, sequence));
    }

    void returned(String performanceId, List<String> seatIds, List<HeldArea> areas, long sequence) {
        writing(sequence, () -> {
            counts.free(performanceId, areas);
            return set(performanceId, seatIds, SeatStatus.AVAILABLE, sequence);
        });
    }

    void withheld(String performanceId, List<String> seatIds, long sequence) {
        writing(sequence, () -> set(performanceId, seatIds, SeatStatus.WITHHELD, sequence));
    }

    /** It sells by another definition, of which every seat is where it was. */
    void change(EventDefinition changed, long sequence) {
        writing(sequence, () -> {
            definition = changed;
            hall = Hall.of(changed);
            return true;
        });
    }

    void refused(Instant at, long sequence) {
        writing(sequence, () -> {
            refusals.beat(at);
            return true;
        });
    }

    void close(long sequence) {
        writing(sequence, () -> closed = true);
    }

    /** Something happened that changes no seat. */
    void pass(long sequence) {
        writing(sequence, () -> true);
    }

    /** Events up to a sequence are missing: whoever follows the changes has to begin anew. */
    void missed(long sequence) {
        writing(sequence, () -> {
            maps.values().forEach(map -> map.forgetChanges(sequence));
            return true;
        });
    }

    private int[] set(String performanceId, List<String> seatIds, SeatStatus status, long sequence) {
        return map(performanceId).map(map -> map.set(seatIds, status, sequence)).orElseGet(() -> new int[0]);
    }

    private Optional<SeatMap> map(@Nullable String performanceId) {
        return Optional.ofNullable(maps.get(performanceId));
    }

    private <T> T reading(Supplier<T> body) {
        return locked(lock.readLock(), body);
    }

    private <T> T writing(long sequence, Supplier<T> body) {
        return locked(lock.writeLock(), () -> {
            T result = body.get();
            version = sequence;
            return result;
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
