package io.onsale.standalone.analytics;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import io.onsale.analytics.clickhouse.ClickHouseSettings;
import io.onsale.analytics.migrations.Migrations;
import io.onsale.analytics.sink.AnalyticsSink;
import io.onsale.analytics.sink.BatchLimits;
import io.onsale.analytics.sink.ClickHouseInserter;
import io.onsale.analytics.sink.ClickHouseStoredEvents;
import io.onsale.analytics.sink.Inserter;
import io.onsale.analytics.sink.SinkSettings;
import io.onsale.schemas.Topics;
import io.onsale.schemas.admin.TopicSetup;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import io.onsale.standalone.clickhouse.ClickHouseEngine;
import io.onsale.standalone.clickhouse.Credentials;
import io.onsale.standalone.clickhouse.EngineOptions;
import io.onsale.standalone.kafka.EmbeddedBroker;
import io.onsale.standalone.registry.RegistryServerSettings;
import io.onsale.standalone.registry.SchemaRegistryServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/** A broker with all topics, a registry, and ClickHouse with all tables. */
final class Backend implements AutoCloseable {
    static final int PARTITIONS = 3;

    final EmbeddedBroker broker;
    final ClickHouseEngine engine;
    final ClickHouseClient client;
    final Pseudonyms pseudonyms = new Pseudonyms(ProcessKey.generate());
    private SchemaRegistryServer registry;
    private final String registryUrl;

    Backend(Path folder) {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
        registry = SchemaRegistryServer.start(RegistryServerSettings.local(broker.bootstrapServers(), 0));
        registryUrl = registry.url();
        engine = ClickHouseEngine.start(EngineOptions.at(folder.resolve("clickhouse"), 0), System.err::println);
        client = client(engine);
        try (Admin admin =
                Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            new TopicSetup(admin, PARTITIONS, 1).ensure(Topics.ALL);
        }
        new Migrations(client).apply();
    }

    static ClickHouseClient client(ClickHouseEngine engine) {
        Credentials writer = engine.writer();
        return new ClickHouseClient(ClickHouseSettings.of(engine.url(), writer.user(), writer.password())
                .withTimeout(Duration.ofSeconds(10)));
    }

    /** Serdes that know nothing yet, as a process that has just begun. */
    AvroSerdes serdes() {
        return serdes(RegistrySettings.of(registryUrl));
    }

    private static AvroSerdes serdes(RegistrySettings settings) {
        return new AvroSerdes(new SchemaRegistryClient(settings), Registration.REGISTER);
    }

    void stopRegistry() {
        registry.close();
    }

    void startRegistry() {
        registry = SchemaRegistryServer.start(RegistryServerSettings.local(
                broker.bootstrapServers(), URI.create(registryUrl).getPort()));
    }

    /** As a broker does some time after the last sink has left. */
    void forgetOffsets() throws Exception {
        try (Admin admin =
                Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            admin.deleteConsumerGroups(List.of(SinkSettings.GROUP)).all().get();
        }
    }

    Inserter inserter() {
        return new ClickHouseInserter(client);
    }

    /** A sink in a hurry, so that a test sees many batches. */
    SinkSettings settings() {
        return SinkSettings.of(broker.bootstrapServers())
                .withLimits(new BatchLimits(50, 1 << 20, Duration.ofMillis(50)))
                .withRetries(Duration.ofMillis(50), Duration.ofMillis(400));
    }

    AnalyticsSink start(Inserter inserter) {
        return start(settings(), inserter);
    }

    AnalyticsSink start(SinkSettings settings, Inserter inserter) {
        RegistrySettings impatient = RegistrySettings.of(registryUrl).withPatience(Duration.ofMillis(300));
        AnalyticsSink sink = new AnalyticsSink(
                settings, serdes(impatient), pseudonyms::of, inserter, new ClickHouseStoredEvents(client));
        sink.start();
        return sink;
    }

    @Override
    public void close() {
        client.close();
        engine.close();
        registry.close();
        broker.close();
    }
}
