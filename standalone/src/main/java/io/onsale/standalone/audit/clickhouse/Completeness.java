package io.onsale.standalone.audit.clickhouse;

import io.onsale.standalone.audit.rules.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Compares the log's events with ClickHouse's, once the sink has had time to bring them there. */
public final class Completeness {

    private final CommittedEvents log;
    private final Ends ends;
    private final EventsTable table;

    /**
     * @param log the committed events before the ends
     * @param ends the ends of every partition, those without events too
     */
    public Completeness(CommittedEvents log, Map<TopicPartition, Long> ends, EventsTable table) {
        this.log = log;
        this.table = table;
        this.ends = new Ends(ends);
    }

    /** What ClickHouse lacks, repeats or should not have, when everything is there or patience is at its end. */
    public List<Finding> check(Duration patience) {
        List<Finding> findings = new ArrayList<>();
        CatchingUp.differing(patience, this::differing).forEach(partition -> findings.addAll(differences(partition)));
        return findings;
    }

    private List<TopicPartition> differing() {
        List<TopicPartition> differing = new ArrayList<>();
        ends.forEachTopic((topic, partitions) -> {
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
        return Differences.of(partition, log.partition(partition), table.rows(partition, ends.of(partition)));
    }
}
