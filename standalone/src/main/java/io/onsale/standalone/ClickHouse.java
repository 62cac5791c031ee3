package io.onsale.standalone;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import io.onsale.analytics.clickhouse.ClickHouseSettings;
import io.onsale.standalone.clickhouse.ClickHouseEngine;
import io.onsale.standalone.clickhouse.Credentials;
import io.onsale.standalone.clickhouse.EngineOptions;
import java.util.Map;
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

    /** A server named by the environment, where one is. */
    public static Optional<Endpoints.ClickHouse> given(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("CLICKHOUSE_URL"))
                .map(url -> new Endpoints.ClickHouse(
                        url,
                        login(environment, "CLICKHOUSE_USER", "CLICKHOUSE_PASSWORD"),
                        login(environment, "CLICKHOUSE_READER_USER", "CLICKHOUSE_READER_PASSWORD")));
    }

    private static Endpoints.Login login(Map<String, String> environment, String user, String password) {
        return new Endpoints.Login(environment.getOrDefault(user, "default"), environment.getOrDefault(password, ""));
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
