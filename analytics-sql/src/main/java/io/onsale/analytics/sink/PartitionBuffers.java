package io.onsale.analytics.sink;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The buffers of the partitions that this sink owns, and which of them are due; for one thread. */
final class PartitionBuffers {
    private final BatchLimits limits;
    private final Map<TopicPartition, PartitionBuffer> buffers = new HashMap<>();

    PartitionBuffers(BatchLimits limits) {
        this.limits = limits;
    }

    void assign(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> buffers.put(partition, new PartitionBuffer(partition, limits)));
    }

    void drop(Collection<TopicPartition> partitions) {
        partitions.forEach(buffers::remove);
    }

    /** Partitions whose last plan is not known yet. */
    Set<TopicPartition> unresumed() {
        return partitions(buffer -> !buffer.isResumed());
    }

    /** Takes a partition over at its last commit. */
    void resume(TopicPartition partition, OffsetAndMetadata commit) {
        buffer(partition).resume(Plan.recordedIn(partition, commit));
    }

    /** Takes a partition over that has no commit. */
    void begin(TopicPartition partition) {
        buffer(partition).resume(Optional.empty());
    }

    /** Forgets what was read of a partition, because it is read from elsewhere. */
    void clear(TopicPartition partition) {
        buffer(partition).clear();
    }

    void add(ConsumerRecords<byte[], byte[]> records, long now) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            buffer(new TopicPartition(record.topic(), record.partition())).add(record, now);
        }
    }

    /** Partitions that are not to be read further for now. */
    Set<TopicPartition> full() {
        return partitions(PartitionBuffer::isFull);
    }

    /**
     * What is to be stored now: whatever is planned or full, and everything as soon as something is old, so that
     * many partitions share one commit.
     */
    List<PartitionBuffer> due(long now, boolean everything) {
        boolean all = everything || buffers.values().stream().anyMatch(buffer -> buffer.isOld(now));
        return buffers.values().stream()
                .filter(PartitionBuffer::isStorable)
                .filter(buffer -> all || buffer.isPlanned() || buffer.isFull())
                .toList();
    }

    /** The buffers of these partitions whose last insert is not committed as done. */
    List<PartitionBuffer> ahead(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .map(this::buffer)
                .filter(PartitionBuffer::isAhead)
                .toList();
    }

    List<PartitionBuffer> ahead() {
        return buffers.values().stream().filter(PartitionBuffer::isAhead).toList();
    }

    Set<TopicPartition> partitions() {
        return new HashSet<>(buffers.keySet());
    }

    /** How many events are read and not stored. */
    long size() {
        return buffers.values().stream().mapToLong(PartitionBuffer::size).sum();
    }

    private Set<TopicPartition> partitions(Predicate<PartitionBuffer> which) {
        return buffers.values().stream()
                .filter(which)
                .map(PartitionBuffer::partition)
                .collect(Collectors.toSet());
    }

    private PartitionBuffer buffer(TopicPartition partition) {
        PartitionBuffer buffer = buffers.get(partition);
        if (buffer == null) {
            throw new IllegalStateException(partition + " is not assigned to this sink");
        }
        return buffer;
    }
}
