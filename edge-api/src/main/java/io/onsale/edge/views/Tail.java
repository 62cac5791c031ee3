package io.onsale.edge.views;

import io.onsale.schemas.Topic;
import io.onsale.schemas.retry.Pauses;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that reads all of a topic from its beginning and keeps a view up to date with it.
 *
 * <p>It outlasts brokers and registries that are away, and never passes over a record because of them. A record that
 * nobody can decode is counted, logged and passed over. A view that throws has a defect: the tail stops there and says so.
 *
 * @param <V> the topic's record
 */
public final class Tail<V extends SpecificRecord> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Tail.class);
    private static final Duration POLL = Duration.ofMillis(100);
    /** How long what follows a record is waited for: asking again at every commit would cost the broker more than the commit. */
    private static final Duration GATHERING = Duration.ofMillis(10);

    private static final Pauses PAUSES = new Pauses(Duration.ofMillis(100), Duration.ofSeconds(5));
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);

    private final Topic<V> topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Deserializer<V> deserializer;
    private final View<V> view;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private Map<TopicPartition, Long> goal = Map.of();
    private volatile boolean caughtUp;
    private volatile @Nullable String failure;

    public Tail(
            Topic<V> topic, Supplier<Consumer<byte[], byte[]>> consumers, Deserializer<V> deserializer, View<V> view) {
        this.topic = topic;
        this.consumers = consumers;
        this.deserializer = deserializer;
        this.view = view;
        this.thread = Thread.ofPlatform().daemon().name("tail-" + topic.name()).unstarted(this::run);
    }

    /** Begins to read. */
    public Tail<V> start() {
        thread.start();
        return this;
    }

    /** Whether everything that was in the topic when this tail first reached the broker is in view. */
    public boolean caughtUp() {
        return caughtUp && failure == null;
    }

    /** Where this tail stopped for good, mostly at a record that the view could not take. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** What keeps this tail's view from being complete; nothing where it is. */
    public Optional<String> complaint() {
        String place = failure;
        if (place != null) {
            return Optional.of("the view of " + topic.name() + " stopped at " + place);
        }
        return caughtUp ? Optional.empty() : Optional.of("the view of " + topic.name() + " has not caught up");
    }

    @Override
    public void close() {
        closing.countDown();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join(PATIENCE_AT_CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            followWhileOpen();
        } finally {
            // Whatever ended this thread, nobody keeps the view up to date any more.
            if (isOpen()) {
                failure = "a defect of its tail";
                log.atError().addKeyValue("topic", topic.name()).log("A view is followed no more");
            }
        }
    }

    private void followWhileOpen() {
        int failures = 0;
        while (isOpen()) {
            long before = handled();
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                follow(consumer);
            } catch (InterruptException e) {
                return;
            } catch (KafkaException e) {
                failures = handled() > before ? 1 : failures + 1;
                log.atWarn().addKeyValue("topic", topic.name()).setCause(e).log("The log is away; trying again");
                pause(PAUSES.after(failures));
            }
        }
    }

    private long handled() {
        return next.values().stream().mapToLong(Long::longValue).sum();
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        for (TopicPartition partition : partitions) {
            Long offset = next.get(partition);
            if (offset == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
        }
        if (goal.isEmpty()) {
            goal = Map.copyOf(consumer.endOffsets(partitions));
        }
        while (isOpen()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            for (TopicPartition partition : records.partitions()) {
                takeAll(partition, records.records(partition));
            }
            if (isOpen()) {
                look(consumer, records);
                if (caughtUp && !records.isEmpty()) {
                    pause(GATHERING);
                }
            }
        }
    }

    private void takeAll(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (!isOpen()) {
                return;
            }
            take(record);
        }
        next.put(partition, records.getLast().offset() + 1);
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("there is no topic " + topic.name());
        }
        return partitions;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            Optional<Decoded<V>> decoded = decode(record);
            if (decoded.isPresent()) {
                view.apply(decoded.get().key, decoded.get().value);
                ViewMetrics.RECORDS.labels(topic.name()).inc();
            }
        } catch (SerializationException e) {
            passOver(record, e);
        } catch (RuntimeException e) {
            stop(record, e);
        }
    }

    /** Decodes a record, however long the registry is away; nothing where this tail is closed before that. */
    private Optional<Decoded<V>> decode(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            throw new SerializationException("a record without a key");
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        int failures = 0;
        while (isOpen()) {
            try {
                return Optional.of(new Decoded<>(key, deserializer.deserialize(record.topic(), record.value())));
            } catch (SerializationException undecodable) {
                throw undecodable;
            } catch (KafkaException away) {
                log.atWarn()
                        .addKeyValue("topic", topic.name())
                        .setCause(away)
                        .log("The schema registry is away; trying again");
                failures++;
                pause(PAUSES.after(failures));
            }
        }
        return Optional.empty();
    }

    private void passOver(ConsumerRecord<byte[], byte[]> record, SerializationException e) {
        ViewMetrics.UNDECODABLE.labels(topic.name()).inc();
        log.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .setCause(e)
                .log("A record cannot be decoded and is passed over");
    }

    private void stop(ConsumerRecord<byte[], byte[]> record, RuntimeException e) {
        failure = "%s/%d/%d".formatted(record.topic(), record.partition(), record.offset());
        closing.countDown();
        log.atError().addKeyValue("record", failure).setCause(e).log("A view cannot take a record; it stops here");
    }

    private void look(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        if (!caughtUp) {
            caughtUp = goal.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }
        long newest = Long.MIN_VALUE;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            newest = Math.max(newest, record.timestamp());
        }
        boolean more = goal.keySet().stream()
                .anyMatch(partition -> consumer.currentLag(partition).orElse(0) > 0);
        if (!more) {
            ViewMetrics.LAG.labels(topic.name()).set(0);
        } else if (newest != Long.MIN_VALUE) {
            ViewMetrics.LAG.labels(topic.name()).set(Math.max(0, System.currentTimeMillis() - newest) / 1_000.0);
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private void pause(Duration pause) {
        try {
            // Waiting for the end, so that closing does not wait for the pause.
            boolean closed = closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
            log.atTrace().addKeyValue("closed", closed).log("Paused");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    private record Decoded<V>(String key, @Nullable V value) {}
}
