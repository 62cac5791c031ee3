package io.onsale.topologies.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.apache.kafka.streams.KeyValue;

/**
 * Clears rows nobody can see any more out of a table, a few at a time.
 *
 * <p>It is no decision: the rows it removes are those a decider already treats as absent, so nothing needs it to be repeated. It goes
 * by the log's time, because a topology that catches up on an old log must not lose rows which that log still asks for.
 */
public final class Sweep<V> {

    /** How much longer than visible rows are kept, so that no broker's wrong clock can make a visible row vanish. */
    static final Duration MARGIN = Duration.ofHours(1);

    /** At a step a second this keeps up with 17 million new rows a day in each partition. */
    static final int ROWS_A_STEP = 200;

    /** Whether nobody can see a row at an instant, nor later. */
    @FunctionalInterface
    public interface Invisible<V> {
        boolean test(String key, V row, Instant at);
    }

    private final StoreTable<V> table;
    private final Invisible<V> invisible;
    private final BiConsumer<String, V> removed;
    private String cursor = "";

    /** A sweep of the rows that nobody can see at an instant, nor later. */
    public Sweep(StoreTable<V> table, BiPredicate<V, Instant> invisible) {
        this(table, (key, row, at) -> invisible.test(row, at));
    }

    /** The same where that depends on what a row belongs to. */
    public Sweep(StoreTable<V> table, Invisible<V> invisible) {
        this(table, invisible, (key, row) -> {});
    }

    /**
     * A sweep of rows that others were derived from.
     *
     * @param removed hears of each row that is gone
     */
    public Sweep(StoreTable<V> table, Invisible<V> invisible, BiConsumer<String, V> removed) {
        this.table = table;
        this.invisible = invisible;
        this.removed = removed;
    }

    /** Looks at the next rows, beginning anew after the last. */
    void step(Instant logTime) {
        Instant at = logTime.minus(MARGIN);
        int left = ROWS_A_STEP;
        try (StoreTable.Rows<V> rows = table.from(cursor)) {
            cursor = "";
            while (rows.hasNext()) {
                KeyValue<String, V> row = rows.next();
                if (left-- == 0) {
                    cursor = row.key;
                    return;
                }
                if (invisible.test(row.key, row.value, at)) {
                    table.remove(row.key);
                    removed.accept(row.key, row.value);
                }
            }
        }
    }
}
