package io.onsale.standalone.run;

import io.onsale.schemas.Topic;
import io.onsale.standalone.ToldToUser;
import io.onsale.topologies.kit.TopologyRunner;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Offsets of a group that the brokers do not have although it has done much: what it did it would do again. */
final class ForgottenOffsets {

    private static final Duration POLL = Duration.ofMillis(100);

    private final String brokers;
    private final String group;
    private final Predicate<String> evidence;
    private final long newest;

    /**
     * @param evidence topics with a record that proves that the group was at work
     * @param newest no later than this, in milliseconds since 1970, or it proves nothing
     */
    private ForgottenOffsets(String brokers, String group, Predicate<String> evidence, long newest) {
        this.brokers = brokers;
        this.group = group;
        this.evidence = evidence;
        this.newest = newest;
    }

    /** Refuses to let a topology judge every command again, with its state in place. */
    static void refuseTopology(String brokers, String topology) {
        String group = TopologyRunner.group(topology);
        Predicate<String> changelog = topic -> topic.startsWith(group + "-") && topic.endsWith("-changelog");
        new ForgottenOffsets(brokers, group, changelog, Long.MAX_VALUE).refuse();
    }

    /** Refuses to let a worker do again what commands asked for, the first of them more than a day ago. */
    static void refuseWorker(String brokers, String group, Topic<?> commands) {
        long yesterday = Clock.systemUTC().millis() - Duration.ofDays(1).toMillis();
        new ForgottenOffsets(brokers, group, commands.name()::equals, yesterday).refuse();
    }

    private void refuse() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            // Asked again at the end, because another instance may have begun meanwhile.
            if (!areKnown(admin) && isProven(partitions(admin)) && !areKnown(admin)) {
                throw new ToldToUser("the brokers have forgotten how far group " + group
                        + " had come, and it would do again all that was ever asked for. Set its offsets with"
                        + " kafka-consumer-groups as docs/operators.md says under \"stopped for more than a week\"");
            }
        } catch (ExecutionException e) {
            throw new KafkaException("the brokers do not say how far group " + group + " has come", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while brokers were asked how far group " + group + " has come", e);
        }
    }

    private boolean areKnown(Admin admin) throws ExecutionException, InterruptedException {
        try {
            return !admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .isEmpty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw e;
        }
    }

    private List<TopicPartition> partitions(Admin admin) throws ExecutionException, InterruptedException {
        List<String> topics =
                admin.listTopics().names().get().stream().filter(evidence).toList();
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    /** A record that was taken back with the very first transaction is none. */
    private boolean isProven(List<TopicPartition> partitions) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.timestamp() <= newest) {
                        return true;
                    }
                    // Those behind it are no older.
                    consumer.seekToEnd(List.of(new TopicPartition(record.topic(), record.partition())));
                }
            }
            return false;
        }
    }
}
