package io.onsale.topologies.kit;

import io.onsale.schemas.Topics;
import io.onsale.schemas.operations.Quarantine;
import io.onsale.schemas.serde.AvroSerdes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The quarantine topic, read whole before a topology begins and followed from then on.
 *
 * <p>Whatever happens to the broker or the registry meanwhile, it begins again at the topic's first record, so that no order is missed.
 */
public final class QuarantineList implements Quarantined, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(QuarantineList.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.QUARANTINE.name(), 0);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Map<RecordPlace, String> reasons = new ConcurrentHashMap<>();
    private final Map<String, Object> settings;
    private final Deserializer<Quarantine> deserializer;
    private final CountDownLatch readWhole = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread follower =
            Thread.ofPlatform().daemon().name("quarantine").unstarted(this::follow);
    private volatile @Nullable KafkaConsumer<String, byte[]> reading;

    private QuarantineList(String bootstrapServers, Deserializer<Quarantine> deserializer) {
        this.deserializer = deserializer;
        settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000);
    }

    /** Waits until all orders there are have been read, however long broker and registry take, and follows. */
    public static QuarantineList open(String bootstrapServers, AvroSerdes serdes) {
        QuarantineList list =
                new QuarantineList(bootstrapServers, serdes.of(Quarantine.class).deserializer());
        list.follower.start();
        try {
            list.readWhole.await();
        } catch (InterruptedException interrupted) {
            list.close();
            throw new InterruptException(interrupted);
        }
        return list;
    }

    @Override
    public @Nullable String reason(RecordPlace place) {
        return reasons.get(place);
    }

    private void follow() {
        while (!isClosed()) {
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                reading = consumer;
                read(consumer);
            } catch (RuntimeException trouble) {
                pauseAfter(trouble);
            }
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
        while (!isClosed()) {
            if (consumer.position(PARTITION) >= end) {
                readWhole.countDown();
            }
            consumer.poll(Duration.ofMillis(500)).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        try {
            Quarantine order = deserializer.deserialize(message.topic(), message.value());
            if (order != null) {
                reasons.put(
                        new RecordPlace(order.getTopic(), order.getPartition(), order.getOffset()), order.getReason());
            }
        } catch (SerializationException unreadable) {
            log.atError()
                    .addKeyValue("offset", message.offset())
                    .setCause(unreadable)
                    .log("unreadable quarantine order");
        }
    }

    private void pauseAfter(RuntimeException trouble) {
        if (isClosed()) {
            return;
        }
        log.atWarn().setCause(trouble).log("cannot read the quarantine topic; trying again");
        try {
            var unused = closed.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
        KafkaConsumer<String, byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            follower.join(Duration.ofSeconds(2));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
