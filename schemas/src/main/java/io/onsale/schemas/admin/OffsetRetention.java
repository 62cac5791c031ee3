package io.onsale.schemas.admin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;

/**
 * For how long brokers know how far a group has come that has no member any more.
 *
 * <p>The log is kept for ever. A group whose offsets are forgotten before it comes back begins it again.
 */
public final class OffsetRetention {

    /** The broker's setting. */
    public static final String SETTING = "offsets.retention.minutes";

    /** The largest value that it takes, which is four thousand years. */
    public static final int LONGEST_MINUTES = Integer.MAX_VALUE;

    private static final Duration LEAST = Duration.ofDays(400);
    private static final String REMEDY = "set " + SETTING + "=" + LONGEST_MINUTES
            + " on every broker, or never leave a process stopped for as long: what comes back without its offsets begins the log again";

    private OffsetRetention() {}

    /** What is to be set, in one line; empty where a process may be stopped for more than a year. */
    public static Optional<String> complaint(Admin admin) {
        try {
            List<ConfigResource> brokers = admin.describeCluster().nodes().get().stream()
                    .map(node -> new ConfigResource(ConfigResource.Type.BROKER, node.idString()))
                    .toList();
            return complaint(admin.describeConfigs(brokers).all().get().values().stream()
                    .map(OffsetRetention::minutes)
                    .toList());
        } catch (ExecutionException e) {
            return Optional.of("the brokers do not let " + SETTING + " be read (" + e.getCause() + "); " + REMEDY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while brokers were asked for " + SETTING, e);
        }
    }

    static Optional<String> complaint(List<Optional<String>> minutes) {
        if (minutes.isEmpty() || minutes.stream().anyMatch(Optional::isEmpty)) {
            return Optional.of("the brokers do not say what " + SETTING + " is; " + REMEDY);
        }
        long shortest = minutes.stream()
                .flatMap(Optional::stream)
                .mapToLong(Long::parseLong)
                .min()
                .orElseThrow();
        if (shortest >= LEAST.toMinutes()) {
            return Optional.empty();
        }
        return Optional.of(
                "brokers forget after " + shortest + " minutes how far a stopped process has come; " + REMEDY);
    }

    private static Optional<String> minutes(Config broker) {
        return Optional.ofNullable(broker.get(SETTING)).map(ConfigEntry::value);
    }
}
