package io.onsale.topologies.kit;

import io.onsale.schemas.serde.AvroSerdes;
import org.apache.kafka.streams.TopologyTestDriver;

/** The tables of a topology that a test drives. */
public final class StoredTables {

    private StoredTables() {}

    public static Tables of(TopologyTestDriver driver, DeciderIo<?, ?, ?> io, AvroSerdes serdes) {
        return new Tables(driver.getKeyValueStore(io.store()), io, serdes);
    }

    /** The kit's own rows: the clock of each key. */
    public static RowKind<byte[]> clocks() {
        return KeyClocks.ROWS;
    }

    /** The kit's own rows: the recorded answers. */
    public static RowKind<byte[]> answers() {
        return RecordedAnswers.ROWS;
    }
}
