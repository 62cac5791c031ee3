package io.onsale.analytics.sink;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Where partitions begin whose offsets the brokers do not know, or not any more: behind what is stored of them. */
final class Beginnings {
    private final StoredEvents stored;

    Beginnings(StoredEvents stored) {
        this.stored = stored;
    }

    /**
     * The first offset that is not stored; a partition of which nothing is stored is left out.
     *
     * @throws IllegalStateException if more is stored than the log has, which then is not the log that was stored
     */
    Map<TopicPartition, Long> of(Set<TopicPartition> partitions, Consumer<?, ?> log, Duration patience) {
        Map<TopicPartition, Long> last = stored.last(partitions);
        if (last.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, Long> ends = log.endOffsets(last.keySet(), patience);
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        last.forEach((partition, offset) -> {
            long end = Objects.requireNonNull(ends.get(partition));
            if (offset >= end) {
                throw new IllegalStateException(
                        "ClickHouse holds " + partition + " up to offset " + offset
                                + " and the log ends at " + end
                                + ": its rows are of another log. Give the sink an empty database, or the log that they came from");
            }
            beginnings.put(partition, offset + 1);
        });
        return beginnings;
    }
}
