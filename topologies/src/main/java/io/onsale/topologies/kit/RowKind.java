package io.onsale.topologies.kit;

import io.onsale.schemas.serde.AvroSerdes;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/**
 * A kind of row in a topology's store.
 *
 * @param tag the first byte of its keys; a capital letter, for the kit's own have small ones. Rows under another tag are lost
 * @param name what these rows are, in the plural
 * @param record the Avro record as which a row is kept, if it is
 * @param serde writes a row
 */
public record RowKind<V>(
        char tag, String name, Optional<Class<? extends SpecificRecord>> record, Function<AvroSerdes, Serde<V>> serde) {

    /** Rows that a serde of Kafka's writes. */
    public static <V> RowKind<V> of(char tag, String name, Serde<V> serde) {
        return new RowKind<>(tag, name, Optional.empty(), serdes -> serde);
    }

    /** Rows kept as Avro records. */
    public static <V, S extends SpecificRecord> RowKind<V> of(
            char tag, String name, Class<S> stored, Function<V, S> store, Function<S, V> load) {
        return new RowKind<>(tag, name, Optional.of(stored), serdes -> MappedSerde.of(serdes.of(stored), store, load));
    }

    /** The name under which its schema is registered, as if it had a topic of its own; rows of all kinds are in one changelog. */
    public String topic(DeciderIo<?, ?, ?> io) {
        return TopologyRunner.changelog(io.name(), io.store()) + "-" + name;
    }
}
