package io.onsale.standalone.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.schemas.Topics;
import io.onsale.schemas.admin.TopicMismatchException;
import io.onsale.schemas.admin.TopicSetup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicSetupTest {
    @TempDir
    private Path folder;

    @Test
    void createsTheCatalogueOnceAndRefusesWhatDiffersFromIt() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicSetup setup = new TopicSetup(admin, 4, 1);

            setup.ensure(Topics.ALL);
            assertThatCode(() -> setup.ensure(Topics.ALL)).doesNotThrowAnyException();

            assertThat(admin.listTopics().names().get())
                    .containsExactlyInAnyOrderElementsOf(
                            Topics.ALL.stream().map(topic -> topic.name()).toList());
            assertThat(setting(admin, Topics.INVENTORY_COMMANDS.name(), TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG))
                    .isEqualTo("LogAppendTime");
            assertThatThrownBy(() -> new TopicSetup(admin, 8, 1).ensure(Topics.ALL))
                    .isInstanceOf(TopicMismatchException.class)
                    .hasMessageContaining(Topics.INVENTORY_EVENTS.name() + " has 4 partitions instead of 8")
                    .hasMessageNotContaining(Topics.QUARANTINE.name());
        }
    }

    @Test
    void asksForAllCopiesButOneBeforeARecordCounts() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicSetup(admin, 4, 1).ensure(Topics.ALL);

            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.INVENTORY_EVENTS.name());
            Config settings = Objects.requireNonNull(
                            admin.describeConfigs(List.of(topic)).values().get(topic))
                    .get();
            ConfigEntry inSync = settings.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
            assertThat(inSync.value()).isEqualTo("1");
            assertThat(inSync.source()).isEqualTo(ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG);
        }
    }

    @Test
    void refusesATopicThatWouldForget() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            NewTopic forgetful = new NewTopic(Topics.INVENTORY_EVENTS.name(), 4, (short) 1)
                    .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
            admin.createTopics(List.of(forgetful)).all().get();

            assertThatThrownBy(() -> new TopicSetup(admin, 4, 1).ensure(Topics.ALL))
                    .isInstanceOf(TopicMismatchException.class)
                    .hasMessageContaining("cleanup.policy=compact instead of delete")
                    .hasMessageContaining("kafka-configs");
        }
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = admin.describeConfigs(List.of(resource))
                .values()
                .values()
                .iterator()
                .next()
                .get();
        return config.get(name).value();
    }
}
