package io.onsale.standalone.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onsale.schemas.Topic;
import io.onsale.schemas.Topics;
import io.onsale.schemas.admin.TopicSetup;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import io.onsale.standalone.kafka.EmbeddedBroker;
import io.onsale.standalone.registry.RegistryServerSettings;
import io.onsale.standalone.registry.SchemaRegistryServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker and a registry with Onsale's topics, and what is needed to write to them and read them. */
public final class Floor implements AutoCloseable {

    public static final int PARTITIONS = 4;

    /** A record that a reader of committed records sees. */
    public record Committed<V>(String key, V value) {}

    private final EmbeddedBroker broker;
    private final SchemaRegistryServer registry;
    private final SchemaRegistryClient client;
    private final AvroSerdes serdes;
    private final KafkaProducer<String, byte[]> producer;

    public Floor(Path folder) {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
        registry = SchemaRegistryServer.start(RegistryServerSettings.local(broker.bootstrapServers(), 0));
        client = new SchemaRegistryClient(RegistrySettings.of(registry.url()));
        serdes = new AvroSerdes(client, Registration.REGISTER);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            new TopicSetup(admin, PARTITIONS, 1).ensure(Topics.ALL);
        }
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        4 << 20),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public AvroSerdes serdes() {
        return serdes;
    }

    public <V extends SpecificRecord> RecordMetadata write(Topic<V> topic, String key, V value) {
        return write(topic, key, serdes.of(topic.value()).serializer().serialize(topic.name(), value));
    }

    public RecordMetadata write(Topic<?> topic, String key, byte[] value) {
        try {
            return producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        } catch (Exception e) {
            throw new AssertionError("not written", e);
        }
    }

    /** Removes a key from a compacted topic. */
    public void remove(Topic<?> topic, String key) {
        try {
            var unused =
                    producer.send(new ProducerRecord<>(topic.name(), key, null)).get();
        } catch (Exception e) {
            throw new AssertionError("not written", e);
        }
    }

    /** All committed records of a topic that are of interest, once there are so many. */
    public <V extends SpecificRecord> List<Committed<V>> committed(
            Topic<V> topic, Predicate<Committed<V>> interesting, int expected) {
        List<Committed<V>> found = new ArrayList<>();
        try (Reader<V> reader = new Reader<>(this, topic)) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                reader.next().stream().filter(interesting).forEach(found::add);
                assertThat(found).hasSizeGreaterThanOrEqualTo(expected);
            });
            reader.next().stream().filter(interesting).forEach(found::add);
        }
        return found;
    }

    /** Reads all partitions of a topic from the beginning. */
    static final class Reader<V extends SpecificRecord> implements AutoCloseable {

        private final KafkaConsumer<String, byte[]> consumer;
        private final Topic<V> topic;
        private final AvroSerdes serdes;

        Reader(Floor floor, Topic<V> topic) {
            this.topic = topic;
            this.serdes = floor.serdes;
            consumer = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers", floor.bootstrapServers(),
                            "isolation.level", "read_committed",
                            "auto.offset.reset", "earliest"),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            consumer.assign(consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
        }

        List<Committed<V>> next() {
            List<Committed<V>> values = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                V value = serdes.of(topic.value()).deserializer().deserialize(topic.name(), message.value());
                values.add(new Committed<>(message.key(), value));
            }
            return values;
        }

        @Override
        public void close() {
            consumer.close();
        }
    }

    @Override
    public void close() {
        producer.close();
        client.close();
        registry.close();
        broker.close();
    }
}
