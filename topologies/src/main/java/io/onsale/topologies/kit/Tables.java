package io.onsale.topologies.kit;

import io.onsale.schemas.serde.AvroSerdes;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The tables of a running task, all in its one store.
 *
 * <p>A store has a changelog, and each partition that a transaction writes to costs as much as many records do.
 */
public final class Tables {

    private final KeyValueStore<Bytes, byte[]> store;
    private final DeciderIo<?, ?, ?> io;
    private final AvroSerdes serdes;

    Tables(KeyValueStore<Bytes, byte[]> store, DeciderIo<?, ?, ?> io, AvroSerdes serdes) {
        this.store = store;
        this.io = io;
        this.serdes = serdes;
    }

    /** The table of the rows of one kind. */
    public <V> StoreTable<V> of(RowKind<V> kind) {
        Serde<V> rows = kind.serde().apply(serdes);
        return new StoreTable<>(store, kind.tag(), kind.topic(io), rows);
    }
}
