package io.onsale.analytics.sink;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a sink reads and how it stores.
 *
 * @param instance a name that stays the same when this sink is started again, so that it gets its partitions back at once
 * @param retryAfter the first interval between attempts while ClickHouse is away
 * @param retryAtLeastEvery the longest
 * @param healthyRun a run this long says that the last failure is over and done with
 * @param consumer further settings of its Kafka consumer
 */
public record SinkSettings(
        String bootstrapServers,
        Optional<String> instance,
        BatchLimits limits,
        Duration retryAfter,
        Duration retryAtLeastEvery,
        Duration healthyRun,
        Map<String, String> consumer) {
    /** The consumer group of all sinks of a deployment. */
    public static final String GROUP = "onsale-analytics-sink";

    public SinkSettings {
        consumer = Map.copyOf(consumer);
    }

    public static SinkSettings of(String bootstrapServers) {
        return new SinkSettings(
                bootstrapServers,
                Optional.empty(),
                new BatchLimits(10_000, 8L << 20, Duration.ofMillis(500)),
                Duration.ofMillis(200),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Map.of());
    }

    public SinkSettings withInstance(String name) {
        return new SinkSettings(
                bootstrapServers, Optional.of(name), limits, retryAfter, retryAtLeastEvery, healthyRun, consumer);
    }

    public SinkSettings withLimits(BatchLimits other) {
        return new SinkSettings(bootstrapServers, instance, other, retryAfter, retryAtLeastEvery, healthyRun, consumer);
    }

    public SinkSettings withRetries(Duration first, Duration longest) {
        return new SinkSettings(bootstrapServers, instance, limits, first, longest, healthyRun, consumer);
    }

    public SinkSettings withHealthyRun(Duration other) {
        return new SinkSettings(bootstrapServers, instance, limits, retryAfter, retryAtLeastEvery, other, consumer);
    }

    public SinkSettings withConsumer(Map<String, String> more) {
        return new SinkSettings(bootstrapServers, instance, limits, retryAfter, retryAtLeastEvery, healthyRun, more);
    }
}
