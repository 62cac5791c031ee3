package io.onsale.standalone.audit.clickhouse;

import io.onsale.standalone.audit.rules.Check;
import io.onsale.standalone.audit.rules.Finding;
import io.onsale.standalone.audit.rules.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Names the events of a partition that ClickHouse lacks, holds several times, or should not hold. */
final class Differences {

    private Differences() {}

    static List<Finding> of(TopicPartition partition, CommittedEvents.Partition log, List<EventsTable.Row> rows) {
        List<Finding> findings = new ArrayList<>();
        Set<Long> held = new HashSet<>();
        for (EventsTable.Row row : rows) {
            held.add(row.offset());
            Place place = place(partition, row.offset());
            if (!log.holds(row.offset())) {
                findings.add(finding(place, "ClickHouse holds an event that was never committed"));
            } else if (row.times() > 1) {
                findings.add(finding(place, "ClickHouse holds an event %d times".formatted(row.times())));
            }
        }
        for (long offset = log.from(0); offset >= 0; offset = log.from(offset + 1)) {
            if (!held.contains(offset)) {
                findings.add(finding(place(partition, offset), "ClickHouse lacks an event"));
            }
        }
        return findings.isEmpty() ? List.of(otherIds(partition)) : findings;
    }

    /** The offsets agree and the checksums do not. */
    private static Finding otherIds(TopicPartition partition) {
        return finding(place(partition, 0), "ClickHouse holds events of this partition under other ids");
    }

    private static Place place(TopicPartition partition, long offset) {
        return new Place(partition.topic(), partition.partition(), offset);
    }

    private static Finding finding(Place place, String what) {
        return new Finding(Check.CLICKHOUSE, what, Optional.of(place), Map.of());
    }
}
