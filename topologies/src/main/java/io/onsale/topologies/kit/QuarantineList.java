package io.onsale.topologies.kit;

import io.onsale.schemas.Topics;
import io.onsale.schemas.operations.Quarantine;
import io.onsale.schemas.registry.RegistryUnavailableException;
import io.onsale.schemas.serde.AvroSerdes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The quarantine topic, read whole before a topology begins and followed from then on. */
public final class QuarantineList implements Quarantined, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(QuarantineList.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.QUARANTINE.name(), 0);

    private final Map<RecordPlace, String> reasons = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Deserializer<Quarantine> deserializer;
    private final Thread follower;

    private QuarantineList(KafkaConsumer<String, byte[]> consumer, Deserializer<Quarantine> deserializer) {
        this.consumer = consumer;
        this.deserializer = deserializer;
        this.follower = Thread.ofPlatform().daemon().name("quarantine").unstarted(this::follow);
    }

    /** Reads what there is, then follows. */
    public static QuarantineList open(String bootstrapServers, AvroSerdes serdes) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        QuarantineList list =
                new QuarantineList(consumer, serdes.of(Quarantine.class).deserializer());
        list.readToEnd();
        list.follower.start();
        return list;
    }

    @Override
    public @Nullable String reason(RecordPlace place) {
        return reasons.get(place);
    }

    private void readToEnd() {
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
        while (consumer.position(PARTITION) < end) {
            consumer.poll(Duration.ofMillis(100)).forEach(this::take);
        }
    }

    private void follow() {
        try (consumer) {
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::take);
            }
        } catch (WakeupException | InterruptException closed) {
            log.debug("quarantine list closed");
        }
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        try {
            Quarantine order = deserializer.deserialize(message.topic(), message.value());
            if (order != null) {
                reasons.put(
                        new RecordPlace(order.getTopic(), order.getPartition(), order.getOffset()), order.getReason());
            }
        } catch (SerializationException | RegistryUnavailableException unreadable) {
            log.atError()
                    .addKeyValue("offset", message.offset())
                    .setCause(unreadable)
                    .log("unreadable quarantine order");
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            follower.join(Duration.ofSeconds(2));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
