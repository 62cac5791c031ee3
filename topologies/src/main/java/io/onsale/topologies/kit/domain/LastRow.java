package io.onsale.topologies.kit.domain;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A table that remembers the row it was last asked for: a decider reads it, and the applier reads it again to change it.
 *
 * <p>Right only where nobody else writes to the table beneath, except to clear away rows that are treated as absent.
 */
public final class LastRow<V> implements Table<V> {

    private final Table<V> table;
    private @Nullable String key;
    private @Nullable V row;

    public LastRow(Table<V> table) {
        this.table = table;
    }

    @Override
    public @Nullable V get(String asked) {
        if (!asked.equals(key)) {
            row = table.get(asked);
            key = asked;
        }
        return row;
    }

    @Override
    public void put(String changed, V newRow) {
        table.put(changed, newRow);
        key = changed;
        row = newRow;
    }

    @Override
    public void remove(String removed) {
        table.remove(removed);
        key = removed;
        row = null;
    }

    @Override
    public void forEach(BiConsumer<String, V> reader) {
        table.forEach(reader);
    }
}
