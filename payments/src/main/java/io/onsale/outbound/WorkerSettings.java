package io.onsale.outbound;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a worker reads and how much it does at once.
 *
 * @param group the consumer group of all workers of this kind
 * @param instance a name that stays the same when this worker is started again, so that it gets its partitions back at once
 * @param atOnce how many commands are handled at the same time
 * @param backlog how many may have been read and not be done; then reading pauses
 * @param retryAfter the first pause after a failed attempt
 * @param retryAtLeastEvery the longest
 * @param consumer further settings of its Kafka consumer
 */
public record WorkerSettings(
        String bootstrapServers,
        String group,
        Optional<String> instance,
        int atOnce,
        int backlog,
        Duration retryAfter,
        Duration retryAtLeastEvery,
        Map<String, String> consumer) {

    public WorkerSettings {
        consumer = Map.copyOf(consumer);
    }

    public static WorkerSettings of(String bootstrapServers, String group) {
        return new WorkerSettings(
                bootstrapServers,
                group,
                Optional.empty(),
                64,
                2_000,
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                Map.of());
    }

    public WorkerSettings withInstance(String name) {
        return new WorkerSettings(
                bootstrapServers, group, Optional.of(name), atOnce, backlog, retryAfter, retryAtLeastEvery, consumer);
    }

    public WorkerSettings withRetries(Duration first, Duration longest) {
        return new WorkerSettings(bootstrapServers, group, instance, atOnce, backlog, first, longest, consumer);
    }

    public WorkerSettings withLimits(int commandsAtOnce, int commandsRead) {
        return new WorkerSettings(
                bootstrapServers,
                group,
                instance,
                commandsAtOnce,
                commandsRead,
                retryAfter,
                retryAtLeastEvery,
                consumer);
    }
}
