package io.onsale.standalone.audit;

import io.onsale.schemas.Topic;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.standalone.audit.rules.Logged;
import io.onsale.standalone.audit.rules.Place;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads topics from their beginning to the ends they had when it began, committed records only. */
final class LogReader implements AutoCloseable {

    /** Told of every record, each partition's in their order. */
    interface Listener {
        void decoded(Logged logged);

        void undecodable(Place place, String why);
    }

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final Duration patience;
    private final Map<String, Deserializer<? extends SpecificRecord>> deserializers;
    private final Map<TopicPartition, Long> ends;

    LogReader(String bootstrapServers, AvroSerdes serdes, Collection<? extends Topic<?>> topics, Duration patience) {
        this.consumer = consumer(bootstrapServers, patience);
        this.patience = patience;
        this.deserializers = topics.stream()
                .collect(Collectors.toMap(
                        Topic::name, topic -> serdes.of(topic.value()).deserializer()));
        this.ends = ends(topics);
    }

    private static Consumer<byte[], byte[]> consumer(String bootstrapServers, Duration patience) {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "onsale-audit");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<TopicPartition, Long> ends(Collection<? extends Topic<?>> topics) {
        try {
            List<TopicPartition> partitions =
                    topics.stream().flatMap(topic -> partitions(topic).stream()).toList();
            return Map.copyOf(consumer.endOffsets(partitions));
        } catch (KafkaException e) {
            consumer.close();
            throw new AuditException("the log cannot be read: " + e.getMessage(), e);
        } catch (AuditException e) {
            consumer.close();
            throw e;
        }
    }

    private List<TopicPartition> partitions(Topic<?> topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new AuditException("topic " + topic.name() + " does not exist: is this Onsale's log?");
        }
        return partitions;
    }

    /** The offset after the last committed record of each partition, when the reader was made. */
    Map<TopicPartition, Long> ends() {
        return ends;
    }

    /** Reads everything before the ends. */
    void read(Listener listener) {
        try {
            readAll(listener);
        } catch (KafkaException e) {
            throw new AuditException("the log cannot be read: " + e.getMessage(), e);
        }
    }

    private void readAll(Listener listener) {
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        long stalled = System.nanoTime() + patience.toNanos();
        while (!atTheEnds()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            records.forEach(record -> pass(record, listener));
            if (!records.isEmpty()) {
                stalled = System.nanoTime() + patience.toNanos();
            } else if (System.nanoTime() > stalled) {
                throw new AuditException("the log gave no record for " + patience + " though there are more");
            }
        }
    }

    private boolean atTheEnds() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void pass(ConsumerRecord<byte[], byte[]> record, Listener listener) {
        long end = ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
        if (record.offset() >= end) {
            return;
        }
        Place place = new Place(record.topic(), record.partition(), record.offset());
        Logged logged;
        try {
            logged = new Logged(place, key(record), value(record));
        } catch (SerializationException e) {
            listener.undecodable(place, String.valueOf(e.getMessage()));
            return;
        }
        listener.decoded(logged);
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    private SpecificRecord value(ConsumerRecord<byte[], byte[]> record) {
        SpecificRecord value =
                Objects.requireNonNull(deserializers.get(record.topic())).deserialize(record.topic(), record.value());
        if (value == null) {
            throw new SerializationException("an event without a value");
        }
        return value;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
