package io.onsale.topologies.kit;

/** A record at which a decider failed: our bug, so the topology stops there and says where. */
public final class PoisonedRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RecordPlace place;

    public PoisonedRecordException(RecordPlace place, RuntimeException cause) {
        super(
                "the decider failed at " + place + "; after finding out why, skip it with: ./onsale quarantine "
                        + place.topic() + " " + place.partition() + " " + place.offset() + " --reason …",
                cause);
        this.place = place;
    }

    public RecordPlace place() {
        return place;
    }
}
