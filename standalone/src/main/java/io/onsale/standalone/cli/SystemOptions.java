package io.onsale.standalone.cli;

import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.standalone.Endpoints;
import io.onsale.standalone.Keys;
import io.onsale.standalone.ToldToUser;
import io.onsale.standalone.run.ClickHouseVariables;
import io.onsale.standalone.run.RegistryVariables;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which running system a command talks to: the environment's, that of a data folder, or the newest of this user. */
final class SystemOptions {

    private static final String KAFKA = "KAFKA_BOOTSTRAP_SERVERS";
    private static final String PROCESS_KEY = "ONSALE_PROCESS_KEY";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "The data folder of the running system; default: the newest one,",
                "or that of the environment's KAFKA_BOOTSTRAP_SERVERS, SCHEMA_REGISTRY_… and",
                "CLICKHOUSE_…, which ./onsale run variables explains."
            })
    private @Nullable Path data;

    private final Map<String, String> environment = System.getenv();

    Endpoints find() {
        if (namedByEnvironment()) {
            return fromEnvironment(environment, environment.getOrDefault(KAFKA, ""));
        }
        Path place = data == null ? Endpoints.cache() : data;
        return Endpoints.running(place).orElseThrow(() -> new ToldToUser(missing(data)));
    }

    /** The registry of the system that was found; one of the environment may ask for a login. */
    RegistrySettings registry(Endpoints found) {
        return namedByEnvironment()
                ? RegistryVariables.givenOrLocal(environment)
                : RegistrySettings.of(found.registry());
    }

    /** A registry for a command that needs no more of a system. */
    RegistrySettings registry() {
        return data == null && RegistryVariables.given(environment)
                ? RegistryVariables.givenOrLocal(environment)
                : registry(find());
    }

    /** The running system whose process key can be known: the environment's, or the one on a folder, {@code data} where none is named. */
    Endpoints findWithKey() {
        if (namedByEnvironment()) {
            return find();
        }
        return Endpoints.running(folder())
                .orElseThrow(() -> new ToldToUser("no system is running on " + folder()
                        + "; name its folder with --data, or set " + KAFKA + " and the other variables"));
    }

    /** The process key of that system. */
    ProcessKey processKey() {
        if (!namedByEnvironment()) {
            return Keys.of(folder()).process();
        }
        String key = environment.getOrDefault(PROCESS_KEY, "");
        if (key.isEmpty()) {
            throw new ToldToUser(PROCESS_KEY + " is not set; it has to be that of the system's processes");
        }
        return ProcessKey.fromBase64(key);
    }

    private Path folder() {
        return data == null ? Path.of("data") : data;
    }

    private boolean namedByEnvironment() {
        return data == null && environment.containsKey(KAFKA);
    }

    private static String missing(@Nullable Path data) {
        return (data == null ? "no system is running" : "no system is running on " + data)
                + "; start one with ./onsale up, or set KAFKA_BOOTSTRAP_SERVERS, SCHEMA_REGISTRY_URL and CLICKHOUSE_URL";
    }

    private static Endpoints fromEnvironment(Map<String, String> environment, String kafka) {
        return new Endpoints(
                Optional.ofNullable(environment.get("ONSALE_URL")).orElse("http://127.0.0.1:8080"),
                kafka,
                environment.getOrDefault("SCHEMA_REGISTRY_URL", "http://127.0.0.1:8081"),
                ClickHouseVariables.givenOrLocal(environment),
                new Endpoints.Gateway(
                        environment.getOrDefault("ONSALE_GATEWAY_URL", "http://127.0.0.1:8090"),
                        environment.getOrDefault("ONSALE_GATEWAY_KEY", "")),
                ProcessHandle.current().pid());
    }
}
