package io.onsale.topologies.kit;

import io.onsale.schemas.Topic;
import io.onsale.schemas.serde.AvroSerdes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Puts a decider's nodes, store and sinks together. */
public final class TopologyAssembly {

    private final AvroSerdes serdes;
    private final Quarantined quarantined;

    public TopologyAssembly(AvroSerdes serdes, Quarantined quarantined) {
        this.serdes = serdes;
        this.quarantined = quarantined;
    }

    /** The picture: commands in, decode, decide, and everything out. */
    public <M extends SpecificRecord, F extends SpecificRecord, R extends SpecificRecord, V, C, E>
            AssembledTopology build(DeciderTopology<M, F, R, V, C, E> definition) {
        DeciderIo<M, F, R> io = definition.io();
        TopologyMetrics metrics = new TopologyMetrics(io.name());
        Backlog backlog = new Backlog(definition.isAwaited());
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
                () -> new CommandDecoder<>(io, commands.deserializer(), quarantined, metrics, backlog),
                io.source());
        topology.addProcessor(
                io.decider(), () -> new DeciderProcessor<>(definition, serdes, answering, metrics), io.decoder());
        refuseSharedTags(rows(definition));
        topology.addStateStore(store(io.store()), io.decider());
        for (Topic<?> topic : outputs(definition)) {
            addSink(topology, topic, io);
        }
        return new AssembledTopology(io.name(), topology, metrics, backlog);
    }

    /** The kinds of rows that a topology keeps, those that every decider has among them. */
    public static List<RowKind<?>> rows(DeciderTopology<?, ?, ?, ?, ?, ?> definition) {
        List<RowKind<?>> rows = new ArrayList<>(definition.rows());
        rows.add(KeyClocks.ROWS);
        rows.add(Leads.ROWS);
        rows.add(RecordedAnswers.ROWS);
        return rows;
    }

    static void refuseSharedTags(List<RowKind<?>> rows) {
        if (rows.stream().map(RowKind::tag).distinct().count() < rows.size()) {
            throw new IllegalArgumentException("two kinds of rows have one tag: " + rows);
        }
    }

    /** A RocksDB store with a changelog. A row that is written again and again is written to the changelog once a commit. */
    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingEnabled();
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
