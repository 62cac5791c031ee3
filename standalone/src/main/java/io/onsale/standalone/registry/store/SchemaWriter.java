package io.onsale.standalone.registry.store;

import io.onsale.standalone.registry.state.LogRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The right to write to the log, until somebody else takes it.
 *
 * <p>All writers share one transactional id: taking it shuts every earlier writer out, and a writer that commits was not shut
 * out. So nobody wrote between its taking the id and its commit.
 */
final class SchemaWriter implements AutoCloseable {
    private final KafkaProducer<String, String> producer;

    private SchemaWriter(KafkaProducer<String, String> producer) {
        this.producer = producer;
    }

    static SchemaWriter take(String bootstrapServers) {
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "transactional.id", "schema-registry-" + SchemaTopic.PARTITION.topic(),
                        "transaction.timeout.ms", "10000",
                        "max.block.ms", "10000",
                        "delivery.timeout.ms", "10000",
                        "request.timeout.ms", "5000",
                        "linger.ms", "0"),
                new StringSerializer(),
                new StringSerializer());
        try {
            producer.initTransactions();
            return new SchemaWriter(producer);
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /** Writes the records, all or none, and gives the last one's offset. */
    long write(List<LogRecord> records) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (LogRecord entry : records) {
            String value = entry.value() == null ? null : entry.value().toString();
            sent.add(producer.send(new ProducerRecord<>(
                    SchemaTopic.PARTITION.topic(),
                    SchemaTopic.PARTITION.partition(),
                    entry.key().toString(),
                    value)));
        }
        producer.commitTransaction();
        return offset(sent.getLast());
    }

    private static long offset(Future<RecordMetadata> sent) {
        try {
            return sent.get().offset();
        } catch (ExecutionException e) {
            throw new KafkaException("a schema was not written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing a schema", e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
