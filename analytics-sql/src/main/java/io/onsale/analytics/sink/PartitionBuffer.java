package io.onsale.analytics.sink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What was read of one partition and is not stored yet, and how far its storing has come; for one thread. */
final class PartitionBuffer {
    private final TopicPartition partition;
    private final BatchLimits limits;
    private final Deque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
    private long bytes;
    private long oldestReadAt;
    private boolean resumed;
    private boolean planIsCommitted;
    private @Nullable Plan plan;
    private @Nullable Long storedUpTo;

    PartitionBuffer(TopicPartition partition, BatchLimits limits) {
        this.partition = partition;
        this.limits = limits;
    }

    TopicPartition partition() {
        return partition;
    }

    /** Takes over from whoever had the partition before; nothing is due until this is known. */
    void resume(Optional<Plan> lastPlan) {
        resumed = true;
        plan = lastPlan.orElse(null);
        planIsCommitted = lastPlan.isPresent();
    }

    boolean isResumed() {
        return resumed;
    }

    void add(ConsumerRecord<byte[], byte[]> record, long now) {
        if (records.isEmpty()) {
            oldestReadAt = now;
        }
        records.add(record);
        bytes += size(record);
    }

    void clear() {
        records.clear();
        bytes = 0;
    }

    /** Whether it holds a batch, so that reading on would only cost memory. */
    boolean isFull() {
        return isComplete() && (records.size() >= limits.rows() || bytes >= limits.bytes());
    }

    boolean isOld(long now) {
        return !records.isEmpty() && now - oldestReadAt >= limits.age().toMillis();
    }

    /** Whether there is something to store, and all of it is here where a plan says what it has to be. */
    boolean isStorable() {
        return resumed && !records.isEmpty() && isComplete();
    }

    /** Whether a plan was made or taken over whose insert is still to come. */
    boolean isPlanned() {
        return plan != null;
    }

    /** What has to be committed before {@link #planned()} may be inserted, or to say that the last insert is done. */
    Optional<OffsetAndMetadata> uncommitted() {
        if (plan != null) {
            return planIsCommitted ? Optional.empty() : Optional.of(plan.commit());
        }
        return Optional.ofNullable(storedUpTo).map(OffsetAndMetadata::new);
    }

    /** Whether the end of an insert is not committed yet. */
    boolean isAhead() {
        return storedUpTo != null;
    }

    void committed() {
        planIsCommitted = plan != null;
        storedUpTo = null;
    }

    /** The plan for what is next. It stays the same until {@link #stored()}: a commit whose answer was lost may have happened. */
    Plan plan() {
        if (plan == null) {
            plan = new Plan(partition, records.element().offset(), endOfBatch());
        }
        return plan;
    }

    /** The records of the plan. */
    List<ConsumerRecord<byte[], byte[]>> planned() {
        long end = plan().to();
        return records.stream().takeWhile(record -> record.offset() < end).toList();
    }

    /** The planned records are in ClickHouse. */
    void stored() {
        long end = plan().to();
        while (!records.isEmpty() && records.element().offset() < end) {
            bytes -= size(records.remove());
        }
        storedUpTo = end;
        plan = null;
        planIsCommitted = false;
    }

    int size() {
        return records.size();
    }

    private boolean isComplete() {
        Plan current = plan;
        return current == null || (!records.isEmpty() && records.getLast().offset() >= current.to() - 1);
    }

    private long endOfBatch() {
        int rows = 0;
        long size = 0;
        long end = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (rows == limits.rows() || size >= limits.bytes()) {
                break;
            }
            rows++;
            size += size(record);
            end = record.offset() + 1;
        }
        return end;
    }

    private static long size(ConsumerRecord<byte[], byte[]> record) {
        return Math.max(0L, record.serializedKeySize()) + Math.max(0L, record.serializedValueSize());
    }
}
