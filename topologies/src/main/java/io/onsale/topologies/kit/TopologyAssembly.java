package io.onsale.topologies.kit;

import io.onsale.schemas.Topic;
import io.onsale.schemas.serde.AvroSerdes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Puts a decider's nodes, stores and sinks together. */
public final class TopologyAssembly {

    private final AvroSerdes serdes;
    private final Quarantined quarantined;

    public TopologyAssembly(AvroSerdes serdes, Quarantined quarantined) {
        this.serdes = serdes;
        this.quarantined = quarantined;
    }

    /** The picture: commands in, decode, decide, and everything out. */
    public <M extends SpecificRecord, F extends SpecificRecord, R extends SpecificRecord, V, C, E> Topology build(
            DeciderTopology<M, F, R, V, C, E> definition, TopologyMetrics metrics) {
        DeciderIo<M, F, R> io = definition.io();
        Serde<M> commands = serdes.of(io.commands().value());
        Outbox.Answering<R, E> answering = definition.answers().isEmpty()
                ? null
                : new Outbox.Answering<>(
                        io.replies().orElseThrow(),
                        definition.answers().get(),
                        serdes.of(io.replies().get().value()));
        Topology topology = new Topology();
        topology.addSource(
                io.source(),
                Serdes.ByteArray().deserializer(),
                Serdes.ByteArray().deserializer(),
                io.commands().name());
        topology.addProcessor(
                io.decoder(),
                () -> new CommandDecoder<>(io, commands.deserializer(), quarantined, metrics),
                io.source());
        topology.addProcessor(io.decider(), () -> new DeciderProcessor<>(definition, answering, metrics), io.decoder());
        for (StoreBuilder<?> store : stores(definition)) {
            topology.addStateStore(store, io.decider());
        }
        for (Topic<?> topic : outputs(definition)) {
            addSink(topology, topic, io);
        }
        return topology;
    }

    private List<StoreBuilder<?>> stores(DeciderTopology<?, ?, ?, ?, ?, ?> definition) {
        List<StoreBuilder<?>> stores = new ArrayList<>(definition.stores(serdes));
        // One row a key is written for every command; the cache writes it to the changelog once a commit.
        stores.add(bytes(definition.io().clocks()).withCachingEnabled());
        stores.add(bytes(definition.io().answers()));
        return stores;
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> bytes(String name) {
        return store(name, Serdes.ByteArray());
    }

    /** A RocksDB store with a changelog. */
    public static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> rows) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), rows)
                .withLoggingEnabled(Map.of());
    }

    private static List<Topic<?>> outputs(DeciderTopology<?, ?, ?, ?, ?, ?> definition) {
        DeciderIo<?, ?, ?> io = definition.io();
        List<Topic<?>> outputs = new ArrayList<>(List.of(io.events(), io.deadLetters(), io.commands()));
        io.replies().ifPresent(outputs::add);
        outputs.addAll(io.others());
        return outputs;
    }

    private void addSink(Topology topology, Topic<?> topic, DeciderIo<?, ?, ?> io) {
        topology.addSink(
                DeciderIo.sink(topic),
                topic.name(),
                Serdes.String().serializer(),
                serdes.of(topic.value()).serializer(),
                io.decoder(),
                io.decider());
    }
}
