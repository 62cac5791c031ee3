package io.onsale.outbound;

import io.onsale.schemas.Topic;
import io.onsale.schemas.registry.RegistryUnavailableException;
import io.onsale.schemas.serde.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads commands, gives them to their lanes, and commits what is done, turn after turn; for one thread. */
final class WorkerLoop<C extends SpecificRecord> {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerLoop.class);
    private static final Duration WAIT = Duration.ofMillis(20);
    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(4);
    private static final long COMMIT_EVERY_NANOS = Duration.ofMillis(100).toNanos();

    private final Consumer<byte[], byte[]> consumer;
    private final Topic<C> topic;
    private final Deserializer<C> deserializer;
    private final Attempts<C> attempts;
    private final Lanes lanes;
    private final int backlog;
    private final Map<TopicPartition, Progress> partitions = new HashMap<>();
    private long committedAt;
    private volatile boolean joined;

    WorkerLoop(
            Consumer<byte[], byte[]> consumer,
            Topic<C> topic,
            AvroSerdes serdes,
            Attempts<C> attempts,
            Lanes lanes,
            int backlog) {
        this.consumer = consumer;
        this.topic = topic;
        this.deserializer = serdes.of(topic.value()).deserializer();
        this.attempts = attempts;
        this.lanes = lanes;
        this.backlog = backlog;
    }

    /** Whether the group has let it in. */
    boolean isJoined() {
        return joined;
    }

    void begin() {
        consumer.subscribe(List.of(topic.name()), new Ownership());
    }

    void turn() {
        lanes.throwFailure();
        consumer.poll(WAIT).forEach(this::take);
        if (System.nanoTime() - committedAt > COMMIT_EVERY_NANOS) {
            commit(partitions);
            committedAt = System.nanoTime();
        }
        pause();
        OutboundMetrics.LAG.labels(topic.name()).set((double) lag());
    }

    /** Lets what runs come to an end, and says how far that is. */
    void finish() {
        try {
            lanes.stop(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        commit(partitions);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        Progress progress = partitions.computeIfAbsent(partition, it -> new Progress(record.offset()));
        progress.begun(record.offset());
        Attempts.Task<C> task = decode(record);
        // Work on a partition that goes to another worker meanwhile is finished, but counts only there.
        lanes.add(attempts.lane(task), () -> {
            if (attempts.carryOut(task)) {
                progress.done(record.offset());
            }
        });
    }

    private Attempts.Task<C> decode(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return new Attempts.Garbled<>(record, "a command has a key and a value");
        }
        try {
            C command = deserializer.deserialize(record.topic(), record.value());
            return new Attempts.Understood<>(record, new String(record.key(), StandardCharsets.UTF_8), command);
        } catch (SerializationException e) {
            if (RegistryUnavailableException.isCauseOf(e)) {
                throw e;
            }
            return new Attempts.Garbled<>(record, String.valueOf(e.getMessage()));
        }
    }

    private void commit(Map<TopicPartition, Progress> which) {
        Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
        which.forEach((partition, progress) -> {
            if (progress.isAhead()) {
                commits.put(partition, new OffsetAndMetadata(progress.watermark()));
            }
        });
        if (commits.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(commits, BROKER_PATIENCE);
            which.forEach((partition, progress) -> {
                OffsetAndMetadata commit = commits.get(partition);
                if (commit != null) {
                    progress.committed(commit.offset());
                }
            });
        } catch (CommitFailedException | RebalanceInProgressException | TimeoutException e) {
            LOG.atInfo().addKeyValue("cause", e.getMessage()).log("not committed");
        }
    }

    private void pause() {
        if (size() >= backlog) {
            consumer.pause(consumer.assignment());
        } else if (size() <= backlog / 2) {
            consumer.resume(consumer.paused());
        }
    }

    private int size() {
        return partitions.values().stream().mapToInt(Progress::size).sum();
    }

    private long lag() {
        return size()
                + partitions.keySet().stream()
                        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                        .sum();
    }

    /** Follows which partitions are this worker's. */
    private final class Ownership implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            joined = true;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            Map<TopicPartition, Progress> going = new HashMap<>(partitions);
            going.keySet().retainAll(revoked);
            commit(going);
            onPartitionsLost(revoked);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            partitions.keySet().removeAll(lost);
        }
    }
}
