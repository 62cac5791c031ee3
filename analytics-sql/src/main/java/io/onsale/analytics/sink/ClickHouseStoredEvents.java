package io.onsale.analytics.sink;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Asks ClickHouse, whose table is in the order of topic, partition and offset, so that this reads little of it. */
public final class ClickHouseStoredEvents implements StoredEvents {
    private final ClickHouseClient client;

    public ClickHouseStoredEvents(ClickHouseClient client) {
        this.client = client;
    }

    @Override
    public Map<TopicPartition, Long> last(Set<TopicPartition> partitions) {
        String which = partitions.stream()
                .map(partition -> "('%s', %d)".formatted(partition.topic(), partition.partition()))
                .collect(Collectors.joining(", "));
        Map<TopicPartition, Long> last = new HashMap<>();
        client.query("""
                        SELECT topic, partition, max(offset) FROM %s
                        WHERE (topic, partition) IN (%s) GROUP BY topic, partition""".formatted(Inserter.TABLE, which))
                .lines()
                .map(line -> line.split("\t", -1))
                .forEach(row -> last.put(new TopicPartition(row[0], Integer.parseInt(row[1])), Long.parseLong(row[2])));
        return last;
    }
}
