package io.onsale.topologies.kit;

import io.onsale.schemas.Topic;
import io.onsale.schemas.operations.DeadLetter;
import io.onsale.schemas.serde.AvroSerdes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** A topology in a driver, with its real serdes, RocksDB stores and settings. */
public final class TopologyBed<M extends SpecificRecord, F extends SpecificRecord, R extends SpecificRecord>
        implements AutoCloseable {

    private final DeciderTopology<M, F, R, ?, ?, ?> definition;
    private final DeciderIo<M, F, R> io;
    private final AvroSerdes serdes;
    private final Path stateDirectory;
    private final Map<RecordPlace, String> quarantined = new HashMap<>();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> commands;
    private Instant now;

    public TopologyBed(DeciderTopology<M, F, R, ?, ?, ?> definition, RegistryInMemory registry, Instant start) {
        this.definition = definition;
        io = definition.io();
        serdes = registry.serdes();
        now = start;
        stateDirectory = temporaryDirectory();
        driver = begin();
        commands = input();
    }

    /** Begins anew with nothing but the rows that are stored; what was written and not read yet is not told any more. */
    public void restart() {
        Map<Bytes, byte[]> rows = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = stored().all()) {
            all.forEachRemaining(row -> rows.put(row.key, row.value));
        }
        driver.close();
        driver = begin();
        commands = input();
        rows.forEach(stored()::put);
    }

    private TopologyTestDriver begin() {
        var topology =
                new TopologyAssembly(serdes, quarantined::get).build(definition).topology();
        return new TopologyTestDriver(topology, settings(), now);
    }

    private TestInputTopic<byte[], byte[]> input() {
        return driver.createInputTopic(io.commands().name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private KeyValueStore<Bytes, byte[]> stored() {
        return driver.getKeyValueStore(io.store());
    }

    private Properties settings() {
        return StreamsSettings.exactlyOnce(
                io.name(),
                new RunnerSettings("127.0.0.1:1", stateDirectory, "test", 1, 1, 1, RunnerSettings.COMMIT_INTERVAL),
                new Backlog(true));
    }

    /** A command nobody waits for. */
    public void send(String key, M command) {
        send(key, command, null);
    }

    /** A command whose sender waits under this address. */
    public void send(String key, M command, @Nullable String replyTo) {
        byte[] value = serdes.of(io.commands().value())
                .serializer()
                .serialize(io.commands().name(), command);
        RecordHeaders headers = new RecordHeaders();
        if (replyTo != null) {
            headers.add(Outbox.REPLY_TO, utf8(replyTo));
            headers.add("other", utf8("header"));
        }
        commands.pipeInput(new TestRecord<>(utf8(key), value, headers, now));
    }

    public void sendBytes(byte @Nullable [] key, byte @Nullable [] value) {
        commands.pipeInput(new TestRecord<>(key, value, now));
    }

    /** Lets time pass, on the log and on the wall, and timers ring. */
    public void later(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    /** Lets time pass without a timer noticing, as if all of them were late. */
    public void laterWithoutTimers(Duration time) {
        now = now.plus(time);
    }

    public void quarantine(long offset, String reason) {
        quarantined.put(new RecordPlace(io.commands().name(), 0, offset), reason);
    }

    public List<TestRecord<String, F>> events() {
        return records(io.events());
    }

    public List<TestRecord<String, R>> replies() {
        return records(io.replies().orElseThrow());
    }

    public List<TestRecord<String, DeadLetter>> deadLetters() {
        return records(io.deadLetters());
    }

    public <V> StoreTable<V> table(RowKind<V> kind) {
        return StoredTables.of(driver, io, serdes).of(kind);
    }

    /** How many rows there are of a kind. */
    public long rows(RowKind<?> kind) {
        AtomicLong count = new AtomicLong();
        table(kind).forEach((key, row) -> count.incrementAndGet());
        return count.get();
    }

    /** What was written to a topic since it was last read. */
    public <V extends SpecificRecord> List<TestRecord<String, V>> records(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        new StringDeserializer(),
                        serdes.of(topic.value()).deserializer())
                .readRecordsToList();
    }

    /** The bytes on a topic, which two topologies from one state must write alike. */
    public List<TestRecord<byte[], byte[]>> bytes(Topic<?> topic) {
        return driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("onsale-topology");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            driver.close();
        } finally {
            delete(stateDirectory);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
