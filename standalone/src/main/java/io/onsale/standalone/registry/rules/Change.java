package io.onsale.standalone.registry.rules;

import io.onsale.standalone.registry.state.LogRecord;
import java.util.List;

/** A decision: what to write, all or nothing, and what to answer once it is written. */
public record Change<T>(List<LogRecord> records, T answer) {
    public Change {
        records = List.copyOf(records);
    }

    static <T> Change<T> nothing(T answer) {
        return new Change<>(List.of(), answer);
    }
}
