package io.onsale.outbound;

import io.onsale.schemas.Topic;
import io.onsale.schemas.registry.RegistryUnavailableException;
import io.onsale.schemas.serde.AvroSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes records and waits until the log has them. */
public final class Outbox implements AutoCloseable {

    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Producer<String, byte[]> producer;
    private final AvroSerdes serdes;
    private final Map<Topic<?>, Serializer<? extends SpecificRecord>> serializers = new ConcurrentHashMap<>();

    public Outbox(String bootstrapServers, AvroSerdes serdes) {
        this.producer =
                new KafkaProducer<>(settings(bootstrapServers), new StringSerializer(), new ByteArraySerializer());
        this.serdes = serdes;
    }

    /** Returns when the record is durable; throws {@link TryAgainException} where that is not known. */
    public <V extends SpecificRecord> void write(Topic<V> topic, String key, V value) throws InterruptedException {
        try {
            byte[] bytes = serializer(topic).serialize(topic.name(), value);
            Future<?> written = producer.send(new ProducerRecord<>(topic.name(), key, bytes));
            written.get();
        } catch (ExecutionException e) {
            throw new TryAgainException("the log did not take a record: " + e.getCause());
        } catch (KafkaException e) {
            throw unwritten(e);
        }
    }

    private static RuntimeException unwritten(KafkaException e) {
        boolean passes = RegistryUnavailableException.isCauseOf(e)
                || !(e instanceof org.apache.kafka.common.errors.SerializationException);
        return passes ? new TryAgainException("the log did not take a record: " + e) : e;
    }

    @SuppressWarnings("unchecked") // The map holds under each topic the serializer of that topic's record.
    private <V extends SpecificRecord> Serializer<V> serializer(Topic<V> topic) {
        return (Serializer<V>)
                serializers.computeIfAbsent(topic, it -> serdes.of(it.value()).serializer());
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }
}
