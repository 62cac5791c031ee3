package io.onsale.standalone.registry.store;

import io.onsale.schemas.admin.Copies;
import io.onsale.schemas.admin.KnownTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The {@code _schemas} topic itself: that it is there, and where it ends. */
final class SchemaTopic implements AutoCloseable {
    static final TopicPartition PARTITION = new TopicPartition("_schemas", 0);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Admin admin;

    SchemaTopic(String bootstrapServers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Makes the topic, or checks that the one there keeps everything in one order. */
    void ensure(int replicationFactor) {
        NewTopic topic = new NewTopic(PARTITION.topic(), 1, (short) replicationFactor)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                        Integer.toString(new Copies(replicationFactor).leastInSync())));
        try {
            await(admin.createTopics(List.of(topic)).all());
        } catch (TopicExistsException another) {
            TopicDescription found = KnownTopics.ask(() -> await(
                            admin.describeTopics(List.of(PARTITION.topic())).allTopicNames()))
                    .get(PARTITION.topic());
            if (found == null || found.partitions().size() != 1) {
                throw new KafkaException("topic _schemas must have one partition to keep schemas in", another);
            }
        }
    }

    /** The offset up to which everything is decided. */
    long end() {
        return KnownTopics.ask(() -> await(admin.listOffsets(
                                Map.of(PARTITION, OffsetSpec.latest()),
                                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .partitionResult(PARTITION)))
                .offset();
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException cause) {
                throw cause;
            }
            throw new KafkaException("Kafka did not answer about the topic _schemas", e);
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not answer about the topic _schemas in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking about the topic _schemas", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
