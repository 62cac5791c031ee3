package io.onsale.topologies.kit;

import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Keeps a domain's rows as the records of another serde. */
public final class MappedSerde {

    private MappedSerde() {}

    public static <D, S> Serde<D> of(Serde<S> stored, Function<D, S> store, Function<S, D> load) {
        Serializer<S> serializer = stored.serializer();
        Deserializer<S> deserializer = stored.deserializer();
        return Serdes.serdeFrom(
                (topic, row) -> row == null ? null : serializer.serialize(topic, store.apply(row)),
                (topic, bytes) -> bytes == null ? null : load.apply(deserializer.deserialize(topic, bytes)));
    }
}
