package io.onsale.standalone.run;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import io.onsale.analytics.clickhouse.ClickHouseSettings;
import io.onsale.analytics.migrations.Migrations;
import io.onsale.analytics.sink.AnalyticsSink;
import io.onsale.analytics.sink.ClickHouseInserter;
import io.onsale.analytics.sink.ClickHouseStoredEvents;
import io.onsale.analytics.sink.SinkSettings;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.standalone.Endpoints;
import java.util.List;
import java.util.Optional;

/** A process that carries events into ClickHouse. */
public final class SinkProcess implements AutoCloseable {

    private final SchemaRegistryClient registry;
    private final AnalyticsSink sink;
    private final HealthServer health;

    private SinkProcess(SchemaRegistryClient registry, AnalyticsSink sink, HealthServer health) {
        this.registry = registry;
        this.sink = sink;
        this.health = health;
    }

    public static SinkProcess start(Environment environment) {
        Log log = Log.from(environment);
        Listening listening = Listening.from(environment);
        String address = ClickHouseVariables.address(environment);
        Endpoints.Login writer = ClickHouseVariables.writer(environment);
        Optional<ProcessKey> key = environment.parsed(Variable.ONSALE_PROCESS_KEY, ProcessKey::fromBase64);
        SinkSettings settings = SinkSettings.of(log.brokers()).withInstance(environment.instance());
        environment.check();
        ClickHouseSettings clickHouse = ClickHouseSettings.of(address, writer.user(), writer.password());
        log.makeTopics();
        SchemaRegistryClient registry = log.registryClient();
        ClickHouseClient client = new ClickHouseClient(clickHouse);
        new Migrations(client).apply();
        Pseudonyms pseudonyms = new Pseudonyms(key.orElseThrow());
        AnalyticsSink sink = new AnalyticsSink(
                settings,
                log.serdes(registry),
                pseudonyms::of,
                new ClickHouseInserter(client),
                new ClickHouseStoredEvents(client));
        sink.start();
        return new SinkProcess(
                registry, sink, HealthServer.start(listening.address(), listening.port(), () -> troubles(sink)));
    }

    private static List<String> troubles(AnalyticsSink sink) {
        if (sink.ready()) {
            return List.of();
        }
        return List.of(sink.failure()
                .map(failure -> "the sink failed with " + failure)
                .orElse("the sink is not in its group"));
    }

    @Override
    public void close() {
        health.close();
        sink.close();
        registry.close();
    }
}
