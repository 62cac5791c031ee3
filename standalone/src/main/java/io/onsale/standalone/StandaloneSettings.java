package io.onsale.standalone;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How to run everything on one machine.
 *
 * @param data the folder everything is kept in
 * @param clickHouse a server to use instead of the embedded engine
 * @param trustedIssuers issuers of access tokens to trust besides our own, by name, with their public keys as JWK; the demo's crowd has one
 */
public record StandaloneSettings(
        Path data, Ports ports, Map<String, String> trustedIssuers, Optional<Endpoints.ClickHouse> clickHouse) {

    /** Partitions of every topic; fixed when a topic is made. */
    public static final int PARTITIONS = 4;

    /** Where the parts listen, all on the loopback address; 0 picks a free port. */
    public record Ports(int edge, int kafka, int registry, int clickhouse, int gateway) {

        public static final Ports FREE = new Ports(0, 0, 0, 0, 0);
    }

    public StandaloneSettings {
        trustedIssuers = Map.copyOf(trustedIssuers);
    }
}
