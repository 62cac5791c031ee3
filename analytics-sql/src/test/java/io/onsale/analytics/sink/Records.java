package io.onsale.analytics.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Records as the tests of batches need them. */
final class Records {
    static final TopicPartition PARTITION = new TopicPartition("t", 0);

    private Records() {}

    static ConsumerRecord<byte[], byte[]> at(long offset) {
        return at(PARTITION, offset);
    }

    static ConsumerRecord<byte[], byte[]> at(TopicPartition partition, long offset) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                0,
                TimestampType.CREATE_TIME,
                1,
                9,
                new byte[1],
                new byte[9],
                new RecordHeaders(),
                Optional.empty());
    }

    static ConsumerRecords<byte[], byte[]> of(TopicPartition partition, long... offsets) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        Arrays.stream(offsets).forEach(offset -> records.add(at(partition, offset)));
        return new ConsumerRecords<>(Map.of(partition, records), Map.of());
    }
}
