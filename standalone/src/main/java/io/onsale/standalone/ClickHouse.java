package io.onsale.standalone;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import io.onsale.analytics.clickhouse.ClickHouseSettings;
import io.onsale.standalone.clickhouse.ClickHouseEngine;
import io.onsale.standalone.clickhouse.Credentials;
import io.onsale.standalone.clickhouse.EngineOptions;
import java.util.Optional;

/**
 * The ClickHouse of this system: the embedded engine, or the server that {@code CLICKHOUSE_URL} names.
 *
 * @param engine empty where it is somebody else's server
 */
public record ClickHouse(Endpoints.ClickHouse access, Optional<ClickHouseEngine> engine) implements AutoCloseable {

    static ClickHouse start(StandaloneSettings settings, Progress progress) {
        return settings.clickHouse()
                .map(given -> new ClickHouse(given, Optional.empty()))
                .orElseGet(() -> embedded(settings, progress));
    }

    private static ClickHouse embedded(StandaloneSettings settings, Progress progress) {
        EngineOptions options = EngineOptions.at(
                settings.data().resolve("clickhouse"), settings.ports().clickhouse());
        ClickHouseEngine engine = ClickHouseEngine.start(options, progress::say);
        Endpoints.ClickHouse access =
                new Endpoints.ClickHouse(engine.url(), login(engine.writer()), login(engine.reader()));
        return new ClickHouse(access, Optional.of(engine));
    }

    private static Endpoints.Login login(Credentials credentials) {
        return new Endpoints.Login(credentials.user(), credentials.password());
    }

    ClickHouseClient writer() {
        return new ClickHouseClient(ClickHouseSettings.of(
                access.url(), access.writer().user(), access.writer().password()));
    }

    @Override
    public void close() {
        engine.ifPresent(ClickHouseEngine::close);
    }
}
