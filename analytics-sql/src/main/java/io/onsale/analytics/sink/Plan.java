package io.onsale.analytics.sink;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The range of one partition that is stored by one insert.
 *
 * @param from the first offset
 * @param to the offset after the last
 */
record Plan(TopicPartition partition, long from, long to) {
    private static final Pattern METADATA = Pattern.compile("to=(\\d{1,18})");

    Plan {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("a plan from " + from + " to " + to);
        }
    }

    /** The plan that a commit recorded; none where it recorded an offset alone. */
    static Optional<Plan> recordedIn(TopicPartition partition, OffsetAndMetadata commit) {
        if (commit.metadata().isEmpty()) {
            return Optional.empty();
        }
        Matcher metadata = METADATA.matcher(commit.metadata());
        if (!metadata.matches() || Long.parseLong(metadata.group(1)) <= commit.offset()) {
            throw new IllegalStateException("the commit at offset " + commit.offset() + " of " + partition
                    + " has metadata that this sink does not write; another program uses its group");
        }
        return Optional.of(new Plan(partition, commit.offset(), Long.parseLong(metadata.group(1))));
    }

    /** What is committed before the insert. */
    OffsetAndMetadata commit() {
        return new OffsetAndMetadata(from, "to=" + to);
    }

    /** What ClickHouse knows the insert into a table by. */
    String token(String table) {
        return table + "/" + partition.topic() + "/" + partition.partition() + "/" + from + "-" + to;
    }
}
