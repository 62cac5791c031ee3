package io.onsale.standalone.audit.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** When a partition showed no sign of life, which is how a stopped topology looks in its log. */
final class Silences {

    /** A partition's silences by their ends, and its newest sign of life. */
    private static final class Partition {
        private final TreeMap<Instant, Instant> beginsByEnd = new TreeMap<>();
        private Instant newest = Instant.EPOCH;
    }

    private final Duration shortest;
    private final Map<Integer, Partition> partitions = new HashMap<>();

    Silences(Duration shortest) {
        this.shortest = shortest;
    }

    /** Something happened in a partition. */
    void sign(int partition, Instant at) {
        Partition seen = partitions.computeIfAbsent(partition, number -> new Partition());
        if (Duration.between(seen.newest, at).compareTo(shortest) > 0) {
            seen.beginsByEnd.put(at, seen.newest);
        }
        if (at.isAfter(seen.newest)) {
            seen.newest = at;
        }
    }

    /** Whether something due was done as soon as a partition that was silent then came to life again, within {@code patience}. */
    boolean excuse(int partition, Instant due, Instant done, Duration patience) {
        Partition seen = partitions.get(partition);
        if (seen == null) {
            return true;
        }
        var silence = seen.beginsByEnd.higherEntry(due);
        return silence != null
                && !silence.getValue().isAfter(due)
                && !done.isAfter(silence.getKey().plus(patience));
    }

    /** Whether a partition has been silent since something was due. */
    boolean silentSince(int partition, Instant due) {
        Partition seen = partitions.get(partition);
        return seen == null || !seen.newest.isAfter(due);
    }
}
