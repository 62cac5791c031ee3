package io.onsale.standalone.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class SchemaTailTest {

    private static final String KEY = "{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}";
    private static final String VALUE = "{\"compatibilityLevel\":\"FULL\"}";

    @Test
    void readsOnAfterAFailureThatNobodyForesaw() {
        MockConsumer<String, String> broken = new MockConsumer<>("earliest");
        broken.setPollException(new KafkaException("nobody foresaw this"));
        MockConsumer<String, String> whole = new MockConsumer<>("earliest");
        whole.schedulePollTask(
                () -> whole.addRecord(new ConsumerRecord<>(SchemaTopic.PARTITION.topic(), 0, 0, KEY, VALUE)));
        Queue<Consumer<String, String>> consumers = new ArrayDeque<>();
        consumers.add(broken);
        consumers.add(whole);

        try (SchemaTail tail = new SchemaTail(consumers::remove, Duration.ofMillis(1))) {
            tail.awaitPosition(1);
        }

        assertThat(whole.closed()).isTrue();
    }

    @Test
    void nobodyWaitsForATailThatIsClosed() {
        SchemaTail tail = new SchemaTail(() -> new MockConsumer<>("earliest"), Duration.ofMillis(1));
        tail.close();

        assertThatThrownBy(() -> tail.awaitPosition(1)).isInstanceOf(KafkaException.class);
    }
}
