package io.onsale.standalone.audit.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.audit.rules.Finding;
import io.onsale.standalone.audit.rules.Place;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static final TopicPartition PARTITION = new TopicPartition("events", 1);

    @Test
    void namesAnEventThatIsMissingOneThatIsTwiceThereAndOneThatShouldNotBe() {
        CommittedEvents.Partition log = committed(0, 2, 5);

        List<Finding> findings = Differences.of(PARTITION, log, List.of(row(0, 2), row(1, 1), row(2, 1)));

        assertThat(findings)
                .extracting(Finding::what)
                .containsExactly(
                        "ClickHouse holds an event 2 times",
                        "ClickHouse holds an event that was never committed",
                        "ClickHouse lacks an event");
        assertThat(findings)
                .extracting(finding -> finding.place().map(Place::offset).orElse(-1L))
                .containsExactly(0L, 1L, 5L);
    }

    @Test
    void saysSoWhereTheOffsetsAgreeAndTheIdsDoNot() {
        assertThat(Differences.of(PARTITION, committed(0, 2), List.of(row(0, 1), row(2, 1))))
                .extracting(Finding::what)
                .containsExactly("ClickHouse holds events of this partition under other ids");
    }

    private static CommittedEvents.Partition committed(long... offsets) {
        CommittedEvents log = new CommittedEvents();
        for (long offset : offsets) {
            log.add(new Place(PARTITION.topic(), PARTITION.partition(), offset), "id");
        }
        return log.partition(PARTITION);
    }

    private static EventsTable.Row row(long offset, long times) {
        return new EventsTable.Row(offset, times);
    }
}
