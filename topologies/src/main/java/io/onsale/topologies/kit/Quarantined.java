package io.onsale.topologies.kit;

import org.jspecify.annotations.Nullable;

/** The records operators ordered to be skipped. */
@FunctionalInterface
public interface Quarantined {

    /** Why this record is to be skipped, or null where it is not. */
    @Nullable
    String reason(RecordPlace place);

    static Quarantined none() {
        return place -> null;
    }
}
