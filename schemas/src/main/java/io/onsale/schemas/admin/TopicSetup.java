package io.onsale.schemas.admin;

import static java.util.Objects.requireNonNull;

import io.onsale.schemas.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the catalogue's topics in a cluster and checks those that are there. */
public final class TopicSetup {

    private final Admin admin;
    private final int partitions;
    private final short replicationFactor;

    /**
     * A setup for one cluster.
     *
     * @param partitions how many partitions this deployment gives a topic, for ever
     * @param replicationFactor on how many brokers a partition is kept
     */
    public TopicSetup(Admin admin, int partitions, int replicationFactor) {
        this.admin = admin;
        this.partitions = partitions;
        this.replicationFactor = (short) replicationFactor;
    }

    /**
     * Creates the topics that are missing, and checks all.
     *
     * @throws TopicMismatchException if one is there with other partitions or another cleanup policy
     */
    public void ensure(Collection<? extends Topic<?>> topics) {
        List<Topic<?>> earlier = create(topics);
        List<String> names = earlier.stream().map(Topic::name).toList();
        Map<String, TopicDescription> descriptions = describe(names);
        Map<String, Config> configs = configs(names);
        List<String> differences = new ArrayList<>();
        for (Topic<?> topic : earlier) {
            comparePartitions(topic, requireNonNull(descriptions.get(topic.name())), differences);
            compareCleanup(topic, requireNonNull(configs.get(topic.name())), differences);
        }
        if (!differences.isEmpty()) {
            throw new TopicMismatchException(differences);
        }
    }

    NewTopic newTopic(Topic<?> topic) {
        Map<String, String> settings = new HashMap<>(topic.kind().settings());
        settings.put(
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(new Copies(replicationFactor).leastInSync()));
        return new NewTopic(topic.name(), Optional.of(topic.partitions(partitions)), Optional.of(replicationFactor))
                .configs(settings);
    }

    /** Creates what is missing and gives what was there before. */
    private List<Topic<?>> create(Collection<? extends Topic<?>> topics) {
        Map<String, KafkaFuture<Void>> created =
                admin.createTopics(topics.stream().map(this::newTopic).toList()).values();
        List<Topic<?>> earlier = new ArrayList<>();
        for (Topic<?> topic : topics) {
            try {
                await(requireNonNull(created.get(topic.name())));
            } catch (TopicExistsException there) {
                earlier.add(topic);
            }
        }
        return earlier;
    }

    private Map<String, TopicDescription> describe(Collection<String> names) {
        return KnownTopics.ask(() -> await(admin.describeTopics(names).allTopicNames()));
    }

    private Map<String, Config> configs(Collection<String> names) {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        return await(admin.describeConfigs(resources).all()).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    private void comparePartitions(Topic<?> topic, TopicDescription found, List<String> differences) {
        int wanted = topic.partitions(partitions);
        int there = found.partitions().size();
        if (there != wanted) {
            differences.add(
                    "%s has %d partitions instead of %d (start with the count it was created with, or move to a new cluster)"
                            .formatted(topic.name(), there, wanted));
        }
    }

    private static void compareCleanup(Topic<?> topic, Config found, List<String> differences) {
        String wanted = topic.kind()
                .settings()
                .getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        String there = found.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
        if (!there.equals(wanted)) {
            differences.add(
                    "%s has cleanup.policy=%s instead of %s (kafka-configs --alter --entity-type topics --entity-name %s --add-config cleanup.policy=%s, once you know that nothing is lost)"
                            .formatted(topic.name(), there, wanted, topic.name(), wanted));
        }
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new KafkaException("Kafka did not set up its topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while Kafka set up its topics", e);
        }
    }
}
