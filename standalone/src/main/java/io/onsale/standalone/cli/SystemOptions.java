package io.onsale.standalone.cli;

import io.onsale.standalone.Endpoints;
import io.onsale.standalone.ToldToUser;
import io.onsale.standalone.run.ClickHouseVariables;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which running system a command talks to: the environment's, that of a data folder, or the newest of this user. */
final class SystemOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of the running system; default: the newest one.")
    private @Nullable Path data;

    Endpoints find() {
        Map<String, String> environment = System.getenv();
        String kafka = environment.get("KAFKA_BOOTSTRAP_SERVERS");
        if (kafka != null && data == null) {
            return fromEnvironment(environment, kafka);
        }
        Path place = data == null ? Endpoints.cache() : data;
        return Endpoints.running(place).orElseThrow(() -> new ToldToUser(missing(data)));
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
                ProcessHandle.current().pid());
    }
}
