package io.onsale.standalone.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.payments.process.PaymentsWorker;
import io.onsale.schemas.Topics;
import io.onsale.standalone.ToldToUser;
import io.onsale.standalone.kafka.EmbeddedBroker;
import io.onsale.topologies.kit.TopologyRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgottenOffsetsTest {

    private static final String CHANGELOG = TopologyRunner.changelog("inventory", "holds");
    private static final TopicPartition READ = new TopicPartition(CHANGELOG, 0);

    @TempDir
    private Path folder;

    @Test
    void keepATopologyFromBeginningOnlyWhereItsStateIsThere() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                KafkaProducer<String, String> store = store(broker)) {
            assertThatCode(() -> begin(broker, "inventory")).as("a first start").doesNotThrowAnyException();

            admin.createTopics(List.of(new NewTopic(CHANGELOG, 2, (short) 1)))
                    .all()
                    .get();
            store.beginTransaction();
            store.send(new ProducerRecord<>(CHANGELOG, "key", "value")).get();
            store.abortTransaction();
            assertThatCode(() -> begin(broker, "inventory"))
                    .as("a first start that was killed")
                    .doesNotThrowAnyException();

            store.beginTransaction();
            store.send(new ProducerRecord<>(CHANGELOG, "key", "value")).get();
            store.commitTransaction();
            assertThatThrownBy(() -> begin(broker, "inventory"))
                    .isInstanceOf(ToldToUser.class)
                    .hasMessageContaining("forgotten how far group onsale-inventory had come");
            assertThatCode(() -> begin(broker, "checkout")).doesNotThrowAnyException();

            admin.alterConsumerGroupOffsets(TopologyRunner.group("inventory"), Map.of(READ, new OffsetAndMetadata(0)))
                    .all()
                    .get();
            assertThatCode(() -> begin(broker, "inventory")).doesNotThrowAnyException();
        }
    }

    @Test
    void keepAWorkerFromBeginningOnlyWhereItsCommandsAreOld() throws Exception {
        String topic = Topics.PAYMENT_COMMANDS.name();
        long now = System.currentTimeMillis();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                KafkaProducer<String, String> orders = store(broker)) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
            orders.beginTransaction();
            orders.send(new ProducerRecord<>(topic, 0, now - Duration.ofHours(1).toMillis(), "key", "value"))
                    .get();
            orders.commitTransaction();
            assertThatCode(() -> work(broker)).doesNotThrowAnyException();

            orders.beginTransaction();
            orders.send(new ProducerRecord<>(
                            topic, 1, now - Duration.ofHours(25).toMillis(), "key", "value"))
                    .get();
            orders.commitTransaction();
            assertThatThrownBy(() -> work(broker))
                    .isInstanceOf(ToldToUser.class)
                    .hasMessageContaining("forgotten how far group onsale-payments had come");
        }
    }

    private static void begin(EmbeddedBroker broker, String topology) {
        ForgottenOffsets.refuseTopology(broker.bootstrapServers(), topology);
    }

    private static void work(EmbeddedBroker broker) {
        ForgottenOffsets.refuseWorker(broker.bootstrapServers(), PaymentsWorker.GROUP, Topics.PAYMENT_COMMANDS);
    }

    private static KafkaProducer<String, String> store(EmbeddedBroker broker) {
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "store"),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        return producer;
    }
}
