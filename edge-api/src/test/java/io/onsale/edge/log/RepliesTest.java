package io.onsale.edge.log;

import static org.awaitility.Awaitility.await;

import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RepliesTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void goOnAfterWhatNobodyForesaw() {
        try (SchemaRegistryClient registry = new SchemaRegistryClient(RegistrySettings.of("http://127.0.0.1:1"));
                Pending pending = new Pending(1, Duration.ofSeconds(1));
                Replies replies =
                        new Replies("edge", this::consumer, new AvroSerdes(registry, Registration.LOOK_UP), pending)) {
            await().dontCatchUncaughtExceptions().until(() -> made.get() > 1 && replies.areFollowed());
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        if (made.incrementAndGet() == 1) {
            throw new IllegalStateException("not foreseen");
        }
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("latest");
        Node node = new Node(0, "nowhere", 0);
        Node[] nodes = {node};
        Map<TopicPartition, Long> ends = new HashMap<>();
        Exchange.ALL.forEach(exchange -> {
            String topic = exchange.replies().name();
            consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, node, nodes, nodes)));
            ends.put(new TopicPartition(topic, 0), 0L);
        });
        consumer.updateBeginningOffsets(ends);
        consumer.updateEndOffsets(ends);
        return consumer;
    }
}
