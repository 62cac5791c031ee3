package io.onsale.analytics.privacy;

import io.onsale.schemas.Topic;
import io.onsale.schemas.Topics;
import io.onsale.schemas.serde.AvroSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Looks through every record of every topic, committed or not, Kafka's own topics and the topologies' changelogs included. */
public final class TopicScan {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Topic<?>> topics =
            Topics.ALL.stream().collect(Collectors.toUnmodifiableMap(Topic::name, topic -> topic));
    private final Map<String, Deserializer<? extends SpecificRecord>> deserializers;
    private final Needles needles;
    private final List<Hit> hits = new ArrayList<>();

    private TopicScan(AvroSerdes serdes, Needles needles) {
        this.deserializers = Topics.ALL.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Topic::name, topic -> serdes.of(topic.value()).deserializer()));
        this.needles = needles;
    }

    /** Everything found in what the log holds when this is called. */
    public static List<Hit> scan(String bootstrapServers, AvroSerdes serdes, List<String> needles) {
        TopicScan scan = new TopicScan(serdes, new Needles(needles));
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.EXCLUDE_INTERNAL_TOPICS_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            scan.all(consumer);
        }
        return List.copyOf(scan.hits);
    }

    private void all(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.listTopics().values().stream()
                .flatMap(List::stream)
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(this::record);
        }
    }

    private void record(ConsumerRecord<byte[], byte[]> record) {
        parts(record).flatMap(part -> needles.in(part).stream()).distinct().forEach(what -> hit(record, what));
        marks(record).forEach(what -> hit(record, what));
    }

    private static Stream<byte[]> parts(ConsumerRecord<byte[], byte[]> record) {
        Stream<byte[]> headers = Stream.of(record.headers().toArray()).map(Header::value);
        return Stream.concat(Stream.of(record.key(), record.value()), headers).filter(part -> part != null);
    }

    /** Undecodable bytes have no marks; the needles are looked for in them all the same. */
    private List<String> marks(ConsumerRecord<byte[], byte[]> record) {
        Topic<?> topic = topics.get(record.topic());
        Deserializer<? extends SpecificRecord> deserializer = deserializers.get(record.topic());
        if (topic == null || deserializer == null || record.value() == null) {
            return List.of();
        }
        try {
            return MarkCheck.of(topic.kind(), deserializer.deserialize(record.topic(), record.value()));
        } catch (SerializationException e) {
            return List.of();
        }
    }

    private void hit(ConsumerRecord<byte[], byte[]> record, String what) {
        hits.add(new Hit(record.topic() + "/" + record.partition() + "/" + record.offset(), what));
    }
}
