package io.onsale.standalone.run;

import io.onsale.analytics.clickhouse.ClickHouseSettings;
import io.onsale.standalone.Endpoints;
import java.util.Map;
import java.util.Optional;

/** What the variables {@code CLICKHOUSE_…} say, to every process and command alike. */
public final class ClickHouseVariables {

    private static final String LOCAL = "http://127.0.0.1:8123";

    private ClickHouseVariables() {}

    /** A server that the environment names, where it does; its passwords may be empty. */
    public static Optional<Endpoints.ClickHouse> given(Map<String, String> values) {
        return Optional.ofNullable(values.get(Variable.CLICKHOUSE_URL.name()))
                .filter(url -> !url.isBlank())
                .map(url -> access(new Environment(values), url));
    }

    /** The server that the environment names, or one on this machine. */
    public static Endpoints.ClickHouse givenOrLocal(Map<String, String> values) {
        return given(values).orElseGet(() -> access(new Environment(values), LOCAL));
    }

    private static Endpoints.ClickHouse access(Environment environment, String url) {
        Optional<String> address = environment.parsed(Variable.CLICKHOUSE_URL, url, ClickHouseVariables::address);
        environment.check();
        return new Endpoints.ClickHouse(
                address.orElseThrow(),
                new Endpoints.Login(
                        environment.text(Variable.CLICKHOUSE_USER),
                        environment.textOr(Variable.CLICKHOUSE_PASSWORD, "")),
                new Endpoints.Login(
                        environment.text(Variable.CLICKHOUSE_READER_USER),
                        environment.textOr(Variable.CLICKHOUSE_READER_PASSWORD, "")));
    }

    /** The address of the HTTP interface, with a problem noted where there is none. */
    static String address(Environment environment) {
        return environment
                .parsed(Variable.CLICKHOUSE_URL, ClickHouseVariables::address)
                .orElse("");
    }

    /** Whoever migrates and stores, with problems noted where something is missing. */
    static Endpoints.Login writer(Environment environment) {
        return new Endpoints.Login(
                environment.text(Variable.CLICKHOUSE_USER), environment.text(Variable.CLICKHOUSE_PASSWORD));
    }

    /** Whoever only asks, with problems noted where something is missing. */
    static Endpoints.Login reader(Environment environment) {
        return new Endpoints.Login(
                environment.text(Variable.CLICKHOUSE_READER_USER),
                environment.text(Variable.CLICKHOUSE_READER_PASSWORD));
    }

    /** However it was written, as in {@code jdbc:clickhouse://host:8123/onsale}: the plain address that every client understands. */
    private static String address(String url) {
        return ClickHouseSettings.of(url, "", "").address().toString();
    }
}
