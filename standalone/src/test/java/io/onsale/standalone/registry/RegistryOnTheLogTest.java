package io.onsale.standalone.registry;

import static io.onsale.standalone.registry.RegistryCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.schemas.operations.Quarantine;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.RegistryUnavailableException;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import io.onsale.standalone.kafka.EmbeddedBroker;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryOnTheLogTest {
    @TempDir
    private Path folder;

    private EmbeddedBroker broker;
    private SchemaRegistryServer server;
    private RegistryCalls registry;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(folder, 0);
        server = serve(0);
        registry = new RegistryCalls(server.url());
    }

    @AfterEach
    void stop() {
        registry.close();
        server.close();
        broker.close();
    }

    @Test
    void knowsEverythingAfterARestartOfItselfAndTheBroker() {
        int kept = registry.id("kept", schema(1));
        registry.register("gone", schema(2));
        registry.delete("/subjects/gone");
        registry.put("/config/kept", "{\"compatibility\":\"FULL\"}");
        registry.put("/mode/gone", "{\"mode\":\"READONLY\"}");
        String before = everything(registry);

        stop();
        start();

        assertThat(everything(registry)).isEqualTo(before).contains("FULL", "READONLY", "\"deleted\" : true");
        assertThat(registry.id("kept", schema(1))).isEqualTo(kept);
        assertThat(registry.id("new", schema(3))).isEqualTo(3);
    }

    @Test
    void writesTheRecordsThatTheOriginalWrites() {
        registry.register("s", schema(1));
        registry.put("/config", "{\"compatibility\":\"FULL\"}");
        registry.delete("/subjects/s");
        registry.delete("/subjects/s?permanent=true");

        assertThat(log())
                .startsWith(
                        "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1} {\"subject\":\"s\",\"version\":1,\"id\":1,"
                                + "\"schema\":\"{\\\"type\\\":\\\"enum\\\",\\\"name\\\":\\\"E1\\\",\\\"symbols\\\":[\\\"A\\\"]}\",\"deleted\":false}",
                        "{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0} {\"compatibilityLevel\":\"FULL\"}",
                        "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"s\",\"magic\":0} {\"subject\":\"s\",\"version\":1}")
                .contains("{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1} null");
    }

    @Test
    void twoProcessesOnOneTopicGiveEachSchemaOneIdAndNoIdTwice() throws Exception {
        try (SchemaRegistryServer second = serve(0);
                RegistryCalls other = new RegistryCalls(second.url());
                var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> same = new ArrayList<>();
            List<Future<Integer>> different = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                RegistryCalls one = i % 2 == 0 ? registry : other;
                int number = i;
                same.add(threads.submit(() -> one.id("same-" + number % 3, schema(1000))));
                different.add(threads.submit(() -> one.id("different-" + number, schema(number))));
            }

            var ids = new HashSet<Integer>();
            for (Future<Integer> id : different) {
                assertThat(id.get()).isPositive();
                assertThat(ids.add(id.get())).as("id given once").isTrue();
            }
            assertThat(same)
                    .allSatisfy(
                            id -> assertThat(id.get()).isEqualTo(same.getFirst().get()));
            assertThat(ids).doesNotContain(same.getFirst().get());
            assertThat(everything(registry)).isEqualTo(everything(other));
        }
    }

    @Test
    void aSecondProcessKnowsAnIdAsSoonAsItWasGiven() {
        try (SchemaRegistryServer second = serve(0);
                RegistryCalls other = new RegistryCalls(second.url())) {
            IntStream.range(0, 20).forEach(i -> {
                int id = registry.id("s" + i, schema(i));
                assertThat(other.get("/schemas/ids/" + id)).startsWith("200");
            });
        }
    }

    @Test
    void clientsComeThroughWhileTheRegistryIsAwayAndWorkAgainAfterwards() {
        int port = URI.create(server.url()).getPort();
        RegistrySettings settings = RegistrySettings.of(server.url()).withPatience(Duration.ofMillis(100));
        try (SchemaRegistryClient client = new SchemaRegistryClient(settings);
                SchemaRegistryClient newcomer = new SchemaRegistryClient(settings)) {
            var serde = new AvroSerdes(client, Registration.REGISTER).of(Quarantine.class);
            var unaware = new AvroSerdes(newcomer, Registration.LOOK_UP).of(Quarantine.class);
            Quarantine sent = quarantine();
            byte[] written = serde.serializer().serialize("q", sent);
            assertThat(serde.deserializer().deserialize("q", written)).isEqualTo(sent);

            server.close();

            assertThat(serde.deserializer().deserialize("q", serde.serializer().serialize("q", sent)))
                    .isEqualTo(sent);
            assertThatThrownBy(() -> unaware.deserializer().deserialize("q", written))
                    .isInstanceOf(RegistryUnavailableException.class);

            server = serve(port);
            assertThat(unaware.deserializer().deserialize("q", written)).isEqualTo(sent);
        }
    }

    private SchemaRegistryServer serve(int port) {
        return SchemaRegistryServer.start(RegistryServerSettings.local(broker.bootstrapServers(), port));
    }

    private static Quarantine quarantine() {
        try {
            return RandomRecords.of(Quarantine.class, 1, 7).getFirst();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String schema(int number) {
        return "{'type':'enum','name':'E%d','symbols':['A']}".formatted(number);
    }

    private static String everything(RegistryCalls registry) {
        // A miss makes a registry read up to the log's end first.
        assertThat(registry.get("/schemas/ids/424242")).startsWith("404");
        return json(registry.get("/schemas?deleted=true")).toPrettyString()
                + registry.get("/config/kept")
                + registry.get("/mode/gone");
    }

    private List<String> log() {
        Map<String, Object> config =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        TopicPartition partition = new TopicPartition("_schemas", 0);
        List<String> lines = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end =
                    consumer.endOffsets(List.of(partition)).values().iterator().next();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, String> line : consumer.poll(Duration.ofMillis(100))) {
                    lines.add(line.key() + " " + line.value());
                }
            }
        }
        return lines;
    }
}
