package io.onsale.topologies.testing;

import io.onsale.schemas.Topic;
import io.onsale.schemas.operations.DeadLetter;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.RegistryInMemory;
import io.onsale.topologies.kit.RowKind;
import io.onsale.topologies.kit.StoreTable;
import io.onsale.topologies.kit.TopologyBed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;

/** A topology for tests that look at values: a {@link TopologyBed} with a registry of its own, and an edge that waits for every answer. */
public final class TopologyBench<M extends SpecificRecord, F extends SpecificRecord, R extends SpecificRecord>
        implements AutoCloseable {

    public static final Instant START = Instant.parse("2030-01-01T10:00:00Z");

    private final RegistryInMemory registry = new RegistryInMemory();
    private final DeciderTopology<M, F, R, ?, ?, ?> definition;
    private final TopologyBed<M, F, R> bed;

    public TopologyBench(DeciderTopology<M, F, R, ?, ?, ?> definition) {
        this.definition = definition;
        this.bed = new TopologyBed<>(definition, registry, START);
    }

    /** Sends a command as an edge does that waits for the answer. */
    public void send(String key, M command) {
        bed.send(key, command, "edge-1");
    }

    /** Begins anew with nothing but the rows that are stored. */
    public void restart() {
        bed.restart();
    }

    public void sendBytes(byte[] key, byte[] value) {
        bed.sendBytes(key, value);
    }

    /** Lets both the log's time and the wall clock go on. */
    public void later(Duration time) {
        bed.later(time);
    }

    /** Lets the log's time go on, or back, as if all timers were late. */
    public void laterWithoutTimers(Duration time) {
        bed.laterWithoutTimers(time);
    }

    public List<F> events() {
        return values(definition.io().events());
    }

    public List<R> replies() {
        return values(definition.io().replies().orElseThrow());
    }

    public List<DeadLetter> deadLetters() {
        return values(definition.io().deadLetters());
    }

    public <T extends SpecificRecord> List<T> values(Topic<T> topic) {
        return records(topic).stream().map(TestRecord::value).toList();
    }

    /** What was written to a topic since it was last read. */
    public <T extends SpecificRecord> List<TestRecord<String, T>> records(Topic<T> topic) {
        return bed.records(topic);
    }

    /** The same as raw bytes. */
    public List<byte[]> bytes(Topic<?> topic) {
        return bed.bytes(topic).stream().map(TestRecord::value).toList();
    }

    public <V> StoreTable<V> table(RowKind<V> kind) {
        return bed.table(kind);
    }

    @Override
    public void close() {
        bed.close();
        registry.close();
    }
}
