package io.onsale.standalone.audit.clickhouse;

import io.onsale.standalone.audit.rules.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;

/** Compares the log's events with ClickHouse's, once the sink has had time to bring them there. */
public final class Completeness {

    private static final long PAUSE = Duration.ofMillis(200).toNanos();

    private final CommittedEvents log;
    private final SortedMap<String, SortedMap<Integer, Long>> ends = new TreeMap<>();
    private final EventsTable table;

    /**
     * @param log the committed events before the ends
     * @param ends the ends of every partition, those without events too
     */
    public Completeness(CommittedEvents log, Map<TopicPartition, Long> ends, EventsTable table) {
        this.log = log;
        this.table = table;
        ends.forEach((partition, end) -> this.ends
                .computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                .put(partition.partition(), end));
    }

    /** What ClickHouse lacks, repeats or should not have, when everything is there or patience is at its end. */
    public List<Finding> check(Duration patience) {
        long giveUp = System.nanoTime() + patience.toNanos();
        List<TopicPartition> differing = differing();
        while (!differing.isEmpty() && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(PAUSE);
            differing = differing();
        }
        List<Finding> findings = new ArrayList<>();
        differing.forEach(partition -> findings.addAll(differences(partition)));
        return findings;
    }

    private List<TopicPartition> differing() {
        List<TopicPartition> differing = new ArrayList<>();
        ends.forEach((topic, partitions) -> {
            Map<Integer, Contents> stored = table.contents(topic, partitions);
            for (int number : partitions.keySet()) {
                TopicPartition partition = new TopicPartition(topic, number);
                Contents there = stored.getOrDefault(number, Contents.NOTHING);
                if (!log.partition(partition).contents().equals(there)) {
                    differing.add(partition);
                }
            }
        });
        return differing;
    }

    private List<Finding> differences(TopicPartition partition) {
        long end = ends.getOrDefault(partition.topic(), new TreeMap<>()).getOrDefault(partition.partition(), 0L);
        return Differences.of(partition, log.partition(partition), table.rows(partition, end));
    }
}
