package io.onsale.standalone.audit.clickhouse;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** How far an audit looks into each partition, those without events too. */
final class Ends {

    private final SortedMap<String, SortedMap<Integer, Long>> byTopic = new TreeMap<>();

    Ends(Map<TopicPartition, Long> ends) {
        ends.forEach((partition, end) -> byTopic.computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                .put(partition.partition(), end));
    }

    void forEachTopic(BiConsumer<String, SortedMap<Integer, Long>> action) {
        byTopic.forEach(action);
    }

    long of(TopicPartition partition) {
        return byTopic.getOrDefault(partition.topic(), new TreeMap<>()).getOrDefault(partition.partition(), 0L);
    }

    /** Holds for a row that lies before its partition's end, in any table that says where its rows come from. */
    String before() {
        String ends = byTopic.entrySet().stream()
                .map(topic -> "topic = '%s', %s".formatted(topic.getKey(), inOrder(topic.getValue())))
                .collect(Collectors.joining(", "));
        return "offset < multiIf(%s, %d)".formatted(ends, Long.MAX_VALUE);
    }

    /** The end of whichever partition of a topic a row is of. */
    static String inOrder(SortedMap<Integer, Long> partitions) {
        return partitions.values().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "[", "][partition + 1]"));
    }
}
