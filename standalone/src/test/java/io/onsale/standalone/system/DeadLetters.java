package io.onsale.standalone.system;

import io.onsale.schemas.Topic;
import io.onsale.schemas.TopicKind;
import io.onsale.schemas.Topics;
import io.onsale.schemas.operations.DeadLetter;
import io.onsale.schemas.serde.AvroSerdes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the dead letters of all topologies. */
final class DeadLetters implements AutoCloseable {

    /** The record a dead letter is about. */
    record Place(String topic, int partition, long offset) {}

    private final KafkaConsumer<byte[], DeadLetter> consumer;
    private final Set<Place> seen = new HashSet<>();

    DeadLetters(String bootstrapServers, AvroSerdes serdes) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        consumer = new KafkaConsumer<>(
                settings,
                new ByteArrayDeserializer(),
                serdes.of(DeadLetter.class).deserializer());
        List<TopicPartition> partitions = Topics.ALL.stream()
                .filter(topic -> topic.kind() == TopicKind.DEAD_LETTERS)
                .map(Topic::name)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What there has been until now. */
    Set<Place> read() {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> {
            DeadLetter letter = record.value();
            seen.add(new Place(letter.getTopic(), letter.getPartition(), letter.getOffset()));
        });
        return seen;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
