package io.onsale.edge.views.seats;

import io.onsale.edge.views.Pulse;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.PerformanceStatus;
import io.onsale.schemas.inventory.HeldArea;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
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
    /** The performances that are called off, and the version that did it. */
    private final Map<String, Long> stopped = new HashMap<>();

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
        blockCancelled(version);
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
        return map(performanceId)
                .map(map -> reading(() -> new Snapshot(
                        version, hall, span.in(hall), map.copy(span), rooms(performanceId, span, room -> true))));
    }

    /** How full a performance is; nothing where there is no such performance. */
    public Optional<Occupancy> occupancy(String performanceId) {
        return map(performanceId).map(map -> reading(() -> new Occupancy(version, byArea(performanceId, map))));
    }

    private int[][] byArea(String performanceId, SeatMap map) {
        int[][] counts = map.copyCounts();
        for (RoomLeft each : rooms(performanceId, Span.of(hall), room -> true)) {
            for (SeatStatus status : SeatStatus.values()) {
                counts[each.area().index()][status.code()] += each.places().of(status);
            }
        }
        return counts;
    }

    /** How it stands with the places of a section without numbered seats, or of one of its slots. */
    public Places places(String performanceId, String section, @Nullable String slot, int capacity) {
        return reading(() -> standing(performanceId, section, slot, capacity));
    }

    private Places standing(String performanceId, String section, @Nullable String slot, int capacity) {
        return map(performanceId).map(SeatMap::blocked).orElse(false)
                ? Places.allBlocked(capacity)
                : counts.places(performanceId, section, slot, capacity);
    }

    private List<RoomLeft> rooms(String performanceId, Span span, Predicate<RoomLeft> which) {
        Days days = new Days(definition);
        return span.in(hall).areas().stream()
                .flatMap(area -> area.rooms().stream()
                        .filter(room -> days.isOf(performanceId, room.startsAt()))
                        .map(room -> new RoomLeft(
                                area, room, standing(performanceId, area.name(), room.slot(), room.capacity()))))
                .filter(which)
                .toList();
    }

    /** What changed in a performance after a version; nothing where that is no longer known. */
    public Optional<ChangesTo> since(String performanceId, Span span, long after) {
        return map(performanceId)
                .flatMap(map -> reading(() -> after > version
                        ? Optional.empty()
                        : map.since(after, span.first(), span.seats())
                                .map(changes ->
                                        new ChangesTo(version, changes, roomsSince(performanceId, span, after)))));
    }

    private List<RoomLeft> roomsSince(String performanceId, Span span, long after) {
        boolean all = stopped.getOrDefault(performanceId, 0L) > after;
        return rooms(
                performanceId,
                span,
                each -> all
                        || counts.changedSince(
                                after,
                                performanceId,
                                each.area().name(),
                                each.room().slot()));
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
            counts.take(performanceId, areas, sequence);
            return set(performanceId, seatIds, SeatStatus.HELD, sequence);
        });
    }

    void released(String performanceId, List<String> seatIds, List<HeldArea> areas, long sequence) {
        writing(sequence, () -> {
            released++;
            counts.free(performanceId, areas, sequence);
            return set(performanceId, seatIds, SeatStatus.AVAILABLE, sequence);
        });
    }

    void expired(String performanceId, List<String> seatIds, List<HeldArea> areas, long sequence) {
        writing(sequence, () -> {
            expired++;
            counts.free(performanceId, areas, sequence);
            return set(performanceId, seatIds, SeatStatus.AVAILABLE, sequence);
        });
    }

    void sold(String performanceId, List<String> seatIds, List<HeldArea> areas, long sequence) {
        writing(sequence, () -> {
            counts.sell(performanceId, areas, sequence);
            return set(performanceId, seatIds, SeatStatus.SOLD, sequence);
        });
    }

    /** An order gives back what it had. */
    void returned(String performanceId, List<String> seatIds, List<HeldArea> areas, long sequence) {
        writing(sequence, () -> {
            counts.giveBack(performanceId, areas, sequence);
            return set(performanceId, seatIds, SeatStatus.AVAILABLE, sequence);
        });
    }

    /** What waited since it was given back is on sale again. */
    void releasedAgain(String performanceId, List<String> seatIds, List<HeldArea> areas, long sequence) {
        writing(sequence, () -> {
            counts.freeAgain(performanceId, areas, sequence);
            return set(performanceId, seatIds, SeatStatus.AVAILABLE, sequence);
        });
    }

    /** An order gives back what it had, and it waits. */
    void withheld(String performanceId, List<String> seatIds, List<HeldArea> areas, long sequence) {
        writing(sequence, () -> {
            counts.withhold(performanceId, areas, sequence);
            return set(performanceId, seatIds, SeatStatus.WITHHELD, sequence);
        });
    }

    /** It sells by another definition, of which every seat is where it was; whoever follows begins anew, for a map shows more than what deltas tell. */
    void change(EventDefinition changed, long sequence) {
        writing(sequence, () -> {
            definition = changed;
            hall = Hall.of(changed);
            blockCancelled(sequence);
            maps.values().forEach(map -> map.forgetChanges(sequence));
            return true;
        });
    }

    /** A performance is called off: nothing of it is sold any more. */
    void stop(String performanceId, long sequence) {
        writing(sequence, () -> {
            map(performanceId).ifPresent(map -> block(performanceId, map, sequence));
            return true;
        });
    }

    private void blockCancelled(long sequence) {
        for (Performance performance : definition.getPerformances()) {
            if (performance.getStatus() == PerformanceStatus.CANCELLED) {
                map(performance.getPerformanceId())
                        .ifPresent(map -> block(performance.getPerformanceId(), map, sequence));
            }
        }
    }

    private void block(String performanceId, SeatMap map, long sequence) {
        stopped.putIfAbsent(performanceId, sequence);
        map.block(sequence);
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
