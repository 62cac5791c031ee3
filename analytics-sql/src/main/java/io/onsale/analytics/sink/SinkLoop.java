package io.onsale.analytics.sink;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads, plans, stores and commits, turn after turn; for one thread. */
final class SinkLoop {
    private static final Logger LOG = LoggerFactory.getLogger(SinkLoop.class);
    private static final Duration WAIT = Duration.ofMillis(50);
    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(10);
    /** An end that becomes the beginning of no other plan is committed after that. */
    private static final long LONGEST_AHEAD_MILLIS = 1_000;

    private final Consumer<byte[], byte[]> consumer;
    private final List<String> topics;
    private final PartitionBuffers buffers;
    private final Storing storing;
    private final Beginnings beginnings;
    private volatile boolean joined;
    private long committedAt;

    SinkLoop(
            Consumer<byte[], byte[]> consumer,
            List<String> topics,
            PartitionBuffers buffers,
            Storing storing,
            Beginnings beginnings) {
        this.consumer = consumer;
        this.topics = topics;
        this.buffers = buffers;
        this.storing = storing;
        this.beginnings = beginnings;
    }

    /** Whether the group has let it in. */
    boolean isJoined() {
        return joined;
    }

    void begin() {
        consumer.subscribe(topics, new Ownership());
    }

    void turn() {
        var records = consumer.poll(WAIT);
        buffers.add(records, now());
        resume();
        if (storing.mayTry(now())) {
            store(buffers.due(now(), false));
        }
        pause();
        SinkMetrics.LAG.set((double) lag());
    }

    /** Stores what was read, if ClickHouse is there, and says how far it came. */
    void finish() {
        if (!storing.isBackingOff()) {
            store(buffers.due(now(), true));
        }
        commit(buffers.ahead());
    }

    private void store(List<PartitionBuffer> due) {
        boolean commitsEnds = !due.isEmpty() || now() - committedAt >= LONGEST_AHEAD_MILLIS;
        List<PartitionBuffer> ahead = commitsEnds ? buffers.ahead() : List.of();
        due.forEach(PartitionBuffer::plan);
        if (commit(Stream.concat(due.stream(), ahead.stream()).distinct().toList())) {
            storing.store(due);
        }
    }

    /** Whether all these now stand as the group's coordinator has them; a lost partition's does not, and is taken away by the next poll. */
    private boolean commit(List<PartitionBuffer> which) {
        Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
        which.forEach(buffer -> buffer.uncommitted().ifPresent(commit -> commits.put(buffer.partition(), commit)));
        if (commits.isEmpty()) {
            return true;
        }
        try {
            consumer.commitSync(commits, BROKER_PATIENCE);
        } catch (CommitFailedException | RebalanceInProgressException | TimeoutException e) {
            LOG.atInfo().addKeyValue("cause", e.getMessage()).log("not committed");
            return false;
        }
        which.forEach(PartitionBuffer::committed);
        committedAt = now();
        return true;
    }

    /** Asks what the last plans of new partitions were. */
    private void resume() {
        Set<TopicPartition> unknown = buffers.unresumed();
        if (unknown.isEmpty() || !storing.mayTry(now())) {
            return;
        }
        try {
            Set<TopicPartition> uncommitted = new HashSet<>();
            consumer.committed(unknown, BROKER_PATIENCE).forEach((partition, commit) -> {
                if (commit == null) {
                    uncommitted.add(partition);
                } else {
                    buffers.resume(partition, commit);
                }
            });
            if (!uncommitted.isEmpty()) {
                storing.attempt(() -> begin(uncommitted));
            }
        } catch (TimeoutException e) {
            LOG.atInfo().addKeyValue("cause", e.getMessage()).log("plans are not known yet");
        }
    }

    /** Nobody has stored anything of these yet, or the brokers have forgotten that somebody has. */
    private void begin(Set<TopicPartition> uncommitted) {
        Map<TopicPartition, Long> forgotten = beginnings.of(uncommitted, consumer, BROKER_PATIENCE);
        uncommitted.forEach(buffers::begin);
        forgotten.forEach((partition, offset) -> {
            buffers.clear(partition);
            consumer.seek(partition, offset);
            SinkMetrics.FORGOTTEN.inc();
            LOG.atWarn()
                    .addKeyValue("partition", partition)
                    .addKeyValue("offset", offset)
                    .log("the brokers have forgotten how far this was stored; going on behind what ClickHouse has");
        });
    }

    private void pause() {
        Set<TopicPartition> all = buffers.partitions();
        Set<TopicPartition> paused = storing.isBackingOff() ? all : buffers.full();
        consumer.pause(paused);
        all.removeAll(Set.copyOf(paused));
        consumer.resume(all);
    }

    private long lag() {
        long unread = buffers.partitions().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
        return unread + buffers.size();
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    /** Follows which partitions are this sink's. */
    private final class Ownership implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            buffers.assign(partitions);
            joined = true;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commit(buffers.ahead(partitions));
            buffers.drop(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            buffers.drop(partitions);
        }
    }
}
