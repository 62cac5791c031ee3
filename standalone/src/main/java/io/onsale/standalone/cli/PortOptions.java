package io.onsale.standalone.cli;

import io.onsale.standalone.StandaloneSettings.Ports;
import io.onsale.standalone.ToldToUser;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the parts listen. */
final class PortOptions {

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "P",
            description = "The edge's port (default: 8080); 0 picks free ones for all.")
    private int edge;

    @Option(names = "--kafka-port", paramLabel = "P", description = "Kafka's port (default: 9092).")
    private @Nullable Integer kafka;

    @Option(names = "--registry-port", paramLabel = "P", description = "The schema registry's port (default: 8081).")
    private @Nullable Integer registry;

    @Option(names = "--clickhouse-port", paramLabel = "P", description = "ClickHouse's port (default: 8123).")
    private @Nullable Integer clickhouse;

    @Option(
            names = "--gateway-port",
            paramLabel = "P",
            description = "The simulated payment gateway's port (default: 8090).")
    private @Nullable Integer gateway;

    Ports ports() {
        return new Ports(possible(edge), or(kafka, 9092), or(registry, 8081), or(clickhouse, 8123), or(gateway, 8090));
    }

    private int or(@Nullable Integer given, int usual) {
        if (given != null) {
            return possible(given);
        }
        return edge == 0 ? 0 : usual;
    }

    private static int possible(int port) {
        if (port < 0 || port > 65_535) {
            throw new ToldToUser("there is no port " + port + "; choose one up to 65535, or 0 for a free one");
        }
        return port;
    }
}
