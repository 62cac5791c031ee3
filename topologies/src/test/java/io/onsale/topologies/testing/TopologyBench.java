package io.onsale.topologies.testing;

import io.onsale.schemas.Topic;
import io.onsale.schemas.operations.DeadLetter;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.Quarantined;
import io.onsale.topologies.kit.RegistryInMemory;
import io.onsale.topologies.kit.TopologyAssembly;
import io.onsale.topologies.kit.TopologyMetrics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** A topology with its real stores and serdes, on a registry in this JVM, without a broker. */
public final class TopologyBench<M extends SpecificRecord, F extends SpecificRecord, R extends SpecificRecord>
        implements AutoCloseable {

    public static final Instant START = Instant.parse("2030-01-01T10:00:00Z");

    private final DeciderTopology<M, F, R, ?, ?, ?> definition;
    private final RegistryInMemory registry = new RegistryInMemory();
    private final AvroSerdes serdes = registry.serdes();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> commands;
    private Instant now = START;

    public TopologyBench(DeciderTopology<M, F, R, ?, ?, ?> definition, Path state) {
        this.definition = definition;
        Properties settings = new Properties();
        settings.setProperty(
                StreamsConfig.APPLICATION_ID_CONFIG, definition.io().name());
        settings.setProperty(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        var topology = new TopologyAssembly(serdes, Quarantined.none())
                .build(definition, new TopologyMetrics(definition.io().name()));
        driver = new TopologyTestDriver(topology, settings, START);
        commands = driver.createInputTopic(
                definition.io().commands().name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends a command as an edge does that waits for the answer. */
    public void send(String key, M command) {
        Topic<M> topic = definition.io().commands();
        byte[] value = serdes.of(topic.value()).serializer().serialize(topic.name(), command);
        sendBytes(key.getBytes(StandardCharsets.UTF_8), value);
    }

    public void sendBytes(byte[] key, byte[] value) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("reply-to", "edge-1".getBytes(StandardCharsets.UTF_8));
        commands.pipeInput(new TestRecord<>(key, value, headers, now));
    }

    /** Lets both the log's time and the wall clock go on. */
    public void later(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
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
        return driver.createOutputTopic(
                        topic.name(),
                        new StringDeserializer(),
                        serdes.of(topic.value()).deserializer())
                .readRecordsToList();
    }

    /** The same as raw bytes. */
    public List<byte[]> bytes(Topic<?> topic) {
        return driver
                .createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(TestRecord::value)
                .toList();
    }

    public <V> KeyValueStore<String, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    @Override
    public void close() {
        driver.close();
        registry.close();
    }
}
