package io.onsale.topologies.kit;

import java.time.Duration;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Clears rows nobody can see any more out of a store, a few at a time.
 *
 * <p>It is no decision: the rows it removes are those a decider already treats as absent, so replay does not need it.
 */
public final class Sweep<V> {

    /** How much longer than visible rows are kept, so that no clock's error can make a visible row vanish. */
    public static final Duration MARGIN = Duration.ofHours(1);

    private static final int ROWS_A_STEP = 2_000;

    private final KeyValueStore<String, V> store;
    private final Predicate<V> invisible;
    private @Nullable String cursor;

    public Sweep(KeyValueStore<String, V> store, Predicate<V> invisible) {
        this.store = store;
        this.invisible = invisible;
    }

    /** Looks at the next rows, beginning anew after the last. */
    public void step() {
        int left = ROWS_A_STEP;
        try (KeyValueIterator<String, V> rows = store.range(cursor, null)) {
            cursor = null;
            while (rows.hasNext()) {
                KeyValue<String, V> row = rows.next();
                if (left-- == 0) {
                    cursor = row.key;
                    return;
                }
                if (invisible.test(row.value)) {
                    store.delete(row.key);
                }
            }
        }
    }
}
