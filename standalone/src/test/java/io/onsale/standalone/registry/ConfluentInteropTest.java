package io.onsale.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topic;
import io.onsale.schemas.Topics;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import io.onsale.standalone.kafka.EmbeddedBroker;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each topic's records make the round trip from ours through Confluent's classes and back. */
class ConfluentInteropTest {
    @TempDir
    private static Path folder;

    /** What was started, last first; a broker that is left running takes the test's process down with its folder. */
    private static final Deque<AutoCloseable> STARTED = new ArrayDeque<>();

    private static SchemaRegistryClient client;
    private static ConfluentSerde confluent;

    @BeforeAll
    static void start() throws Exception {
        EmbeddedBroker broker = started(EmbeddedBroker.start(folder, 0));
        SchemaRegistryServer server =
                started(SchemaRegistryServer.start(RegistryServerSettings.local(broker.bootstrapServers(), 0)));
        client = started(new SchemaRegistryClient(RegistrySettings.of(server.url())));
        confluent = started(new ConfluentSerde(server.url()));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable started : STARTED) {
            started.close();
        }
    }

    private static <T extends AutoCloseable> T started(T part) {
        STARTED.push(part);
        return part;
    }

    static List<Topic<?>> topics() {
        return Topics.ALL;
    }

    @ParameterizedTest
    @MethodSource("topics")
    void confluentReadsWhatWeWriteAndWritesWhatWeRead(Topic<?> topic) throws Exception {
        roundTrip(topic);
    }

    private static <V extends SpecificRecord> void roundTrip(Topic<V> topic) throws Exception {
        Serde<V> ours = new AvroSerdes(client, Registration.REGISTER).of(topic.value());
        long seed = System.nanoTime();

        for (V sent : RandomRecords.of(topic.value(), 5, seed)) {
            byte[] written = ours.serializer().serialize(topic.name(), sent);
            Object theirs = confluent.read(topic.name(), written);
            assertThat(theirs.getClass().getClassLoader()).isNotEqualTo(SpecificRecord.class.getClassLoader());

            byte[] theirBytes = confluent.write(topic.name(), theirs);

            // Not byte for byte: the entries of a map have no order.
            assertThat(theirBytes).as("seed %d", seed).hasSameSizeAs(written).startsWith(Arrays.copyOf(written, 5));
            // Field by field: Avro's own comparison knows no instants in the records of a list.
            assertThat(ours.deserializer().deserialize(topic.name(), theirBytes))
                    .as("seed %d", seed)
                    .usingRecursiveComparison()
                    .isEqualTo(sent);
        }
    }
}
