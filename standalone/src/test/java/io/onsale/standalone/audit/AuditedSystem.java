package io.onsale.standalone.audit;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import io.onsale.analytics.clickhouse.ClickHouseSettings;
import io.onsale.analytics.migrations.Migrations;
import io.onsale.schemas.Topics;
import io.onsale.schemas.admin.TopicSetup;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import io.onsale.standalone.audit.rules.EventSequences;
import io.onsale.standalone.audit.rules.Logged;
import io.onsale.standalone.clickhouse.ClickHouseEngine;
import io.onsale.standalone.clickhouse.EngineOptions;
import io.onsale.standalone.kafka.EmbeddedBroker;
import io.onsale.standalone.registry.RegistryServerSettings;
import io.onsale.standalone.registry.SchemaRegistryServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real broker, registry and ClickHouse engine, into which tests write what they like. */
final class AuditedSystem implements AutoCloseable {

    private static final String EVENTS = Topics.INVENTORY_EVENTS.name();

    private final EmbeddedBroker broker;
    private final SchemaRegistryServer registry;
    private final ClickHouseEngine engine;
    private final SchemaRegistryClient schemas;
    private final ClickHouseClient clickHouse;
    private final KafkaProducer<String, byte[]> producer;
    private final Serializer<InventoryEvent> inventory;
    private final Serializer<CheckoutEvent> checkout;
    private final Serializer<CheckoutCommand> orders;
    private final Serializer<AdmissionEvent> admission;

    AuditedSystem(Path folder) {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
        registry = SchemaRegistryServer.start(RegistryServerSettings.local(broker.bootstrapServers(), 0));
        engine = ClickHouseEngine.start(EngineOptions.at(folder.resolve("clickhouse"), 0), progress -> {});
        schemas = new SchemaRegistryClient(RegistrySettings.of(registry.url()));
        AvroSerdes serdes = new AvroSerdes(schemas, Registration.REGISTER);
        inventory = serdes.of(InventoryEvent.class).serializer();
        checkout = serdes.of(CheckoutEvent.class).serializer();
        orders = serdes.of(CheckoutCommand.class).serializer();
        admission = serdes.of(AdmissionEvent.class).serializer();
        clickHouse = new ClickHouseClient(ClickHouseSettings.of(
                engine.url(), engine.writer().user(), engine.writer().password()));
        new Migrations(clickHouse).apply();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicSetup(admin, 2, 1).ensure(Topics.ALL);
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "story"),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    AuditSettings settings() {
        return AuditSettings.of(broker.bootstrapServers(), RegistrySettings.of(registry.url()))
                .withClickHouse(
                        URI.create(engine.url()),
                        engine.reader().user(),
                        engine.reader().password())
                .withPatience(Duration.ofSeconds(5));
    }

    /** Writes a story into the log and its events, once each, into ClickHouse. */
    void commit(List<Logged> story) throws Exception {
        for (Logged logged : story) {
            producer.beginTransaction();
            RecordMetadata written = send(logged.place().topic(), logged.key(), bytes(logged));
            producer.commitTransaction();
            Optional<EventEnvelope> event = EventSequences.envelope(logged);
            if (event.isPresent()) {
                store(written, event.get().getId(), type(logged));
            }
        }
    }

    /** Writes a story into the log and takes it back. */
    void abort(Story story) throws Exception {
        producer.beginTransaction();
        for (Logged logged : story.log()) {
            send(logged.place().topic(), logged.key(), bytes(logged));
        }
        producer.abortTransaction();
    }

    /** Writes bytes that are no event, and the row that the sink makes of them. */
    void commitGarbage() throws Exception {
        producer.beginTransaction();
        RecordMetadata written = send(EVENTS, Story.EVENT, "rubbish".getBytes(StandardCharsets.UTF_8));
        producer.commitTransaction();
        store(written, "", "undecodable");
    }

    /** Puts a row into ClickHouse that it has already. */
    void storeAgain() {
        clickHouse.execute(
                "INSERT INTO onsale.events SELECT * FROM onsale.events ORDER BY partition, offset LIMIT 1 SETTINGS insert_deduplicate = 0");
    }

    /** Puts a row into a view's table that it has already, and takes another out. */
    void storeAnotherInAViewsTable() {
        clickHouse.execute(
                "INSERT INTO onsale.holds SELECT * FROM onsale.holds ORDER BY offset DESC LIMIT 1 SETTINGS insert_deduplicate = 0");
        clickHouse.execute(
                "ALTER TABLE onsale.holds DELETE WHERE offset IN (SELECT min(offset) FROM onsale.holds) SETTINGS mutations_sync = 1");
    }

    private RecordMetadata send(String topic, String key, byte[] value) throws Exception {
        return producer.send(new ProducerRecord<>(topic, key, value)).get();
    }

    private byte[] bytes(Logged logged) {
        String topic = logged.place().topic();
        return switch (logged.value()) {
            case CheckoutEvent event -> checkout.serialize(topic, event);
            case CheckoutCommand command -> orders.serialize(topic, command);
            case AdmissionEvent event -> admission.serialize(topic, event);
            case InventoryEvent event -> inventory.serialize(topic, event);
            default -> throw new IllegalArgumentException("no story has a " + logged.value());
        };
    }

    private static String type(Logged logged) {
        return logged.value() instanceof InventoryEvent event
                ? event.getBody().getClass().getSimpleName()
                : "";
    }

    private void store(RecordMetadata written, String id, String type) {
        clickHouse.execute(
                "INSERT INTO onsale.events (topic, partition, offset, id, type, at) VALUES ('%s', %d, %d, '%s', '%s', '2026-12-01 11:00:00')"
                        .formatted(written.topic(), written.partition(), written.offset(), id, type));
    }

    @Override
    public void close() {
        producer.close();
        clickHouse.close();
        schemas.close();
        engine.close();
        registry.close();
        broker.close();
    }
}
