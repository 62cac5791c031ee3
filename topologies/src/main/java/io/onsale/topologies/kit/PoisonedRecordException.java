package io.onsale.topologies.kit;

import org.jspecify.annotations.Nullable;

/** A record at which a decider failed: our bug, so the topology stops there and says where. */
public final class PoisonedRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RecordPlace place;

    public PoisonedRecordException(RecordPlace place, Exception cause) {
        super(
                "a decision failed at " + place + "; after finding out why, skip it with: ./onsale quarantine "
                        + place.topic() + " " + place.partition() + " " + place.offset() + " --reason …",
                cause);
        this.place = place;
    }

    public RecordPlace place() {
        return place;
    }

    /** The poisoned record behind a failure, or null where there is none. */
    static @Nullable PoisonedRecordException in(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PoisonedRecordException poison) {
                return poison;
            }
        }
        return null;
    }
}
