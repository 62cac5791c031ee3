package io.onsale.edge.views.seats;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last changes of a seat map, so many of them and no more.
 *
 * <p>Not safe for several threads: the show's lock guards it.
 */
final class DeltaRing {
    private static final int FIRST_ROOM = 64;

    private final int capacity;
    private @Nullable Delta[] deltas;
    private long count;
    private long floor;

    /** An empty ring, which knows everything after a version because nothing happened since. */
    DeltaRing(int capacity, long floor) {
        this.capacity = capacity;
        this.floor = floor;
        this.deltas = new Delta[Math.min(FIRST_ROOM, capacity)];
    }

    void add(Delta delta) {
        if (count == deltas.length && deltas.length < capacity) {
            deltas = Arrays.copyOf(deltas, Math.min(capacity, deltas.length * 2));
        }
        int slot = (int) (count % deltas.length);
        Delta oldest = deltas[slot];
        if (oldest != null) {
            floor = oldest.version();
        }
        deltas[slot] = delta;
        count++;
    }

    /** Forgets everything up to and including a version. */
    void clear(long version) {
        Arrays.fill(deltas, null);
        count = 0;
        floor = version;
    }

    /** What changed after a version, each seat once with its newest status; nothing where that is no longer known. */
    Optional<Changes> since(long version, int firstSeat, int seats) {
        if (version < floor) {
            return Optional.empty();
        }
        Changes changes = new Changes();
        for (long i = count - 1; i >= Math.max(0, count - deltas.length); i--) {
            Delta delta = deltas[(int) (i % deltas.length)];
            if (delta == null || delta.version() <= version) {
                break;
            }
            changes.addOlder(delta, firstSeat, seats);
        }
        return Optional.of(changes);
    }
}
