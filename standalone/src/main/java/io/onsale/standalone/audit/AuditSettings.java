package io.onsale.standalone.audit;

import io.onsale.schemas.registry.RegistrySettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What to audit and how.
 *
 * @param answers the journal of what clients were told, for invariant 6
 * @param clickHouse where the events are for analysts, for invariant 8
 * @param restarts true where topologies were stopped at times, so that a hold may expire as late as its partition was silent
 * @param patience how long to wait for the log to answer, and for ClickHouse to hold what the log held when the audit began
 */
public record AuditSettings(
        String bootstrapServers,
        RegistrySettings registry,
        Optional<Path> answers,
        Optional<ClickHouse> clickHouse,
        boolean restarts,
        Duration patience) {

    /** Settings to check what the log alone can show. */
    public static AuditSettings of(String bootstrapServers, RegistrySettings registry) {
        return new AuditSettings(
                bootstrapServers, registry, Optional.empty(), Optional.empty(), false, Duration.ofSeconds(30));
    }

    public AuditSettings withAnswers(Path journal) {
        return new AuditSettings(bootstrapServers, registry, Optional.of(journal), clickHouse, restarts, patience);
    }

    public AuditSettings withClickHouse(URI url, String user, String password) {
        ClickHouse access = new ClickHouse(url, user, password);
        return new AuditSettings(bootstrapServers, registry, answers, Optional.of(access), restarts, patience);
    }

    public AuditSettings withRestarts(boolean tolerated) {
        return new AuditSettings(bootstrapServers, registry, answers, clickHouse, tolerated, patience);
    }

    public AuditSettings withPatience(Duration longer) {
        return new AuditSettings(bootstrapServers, registry, answers, clickHouse, restarts, longer);
    }

    /** ClickHouse's HTTP interface and a user who may read; the password never shows up in a log line. */
    public record ClickHouse(URI url, String user, String password) {
        @Override
        public String toString() {
            return "ClickHouse[url=" + url + ", user=" + user + "]";
        }
    }
}
