package io.onsale.edge.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onsale.schemas.Topic;
import io.onsale.schemas.TopicKind;
import io.onsale.schemas.common.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TailTest {
    private static final Topic<Refusal> TOPIC = new Topic<>("refusals", TopicKind.STATE, "any", Refusal.class, true);
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC.name(), 0);
    private static final String GARBAGE = "garbage";
    private static final String DEADLY = "deadly";
    private static final String FATAL = "fatal";

    private final List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger registryFailures = new AtomicInteger();
    private final AtomicInteger brokerFailures = new AtomicInteger();
    private final CountDownLatch mayRead = new CountDownLatch(1);
    private final Tail<Refusal> tail = new Tail<>(TOPIC, this::consumer, (topic, bytes) -> decode(bytes), this::take);

    @AfterEach
    void close() {
        mayRead.countDown();
        tail.close();
    }

    @Test
    void handsOverEverythingInOrderAndIsCaughtUpOnlyThen() {
        given("one", "two", "three");
        tail.start();
        assertThat(tail.caughtUp()).isFalse();

        mayRead.countDown();

        await().until(tail::caughtUp);
        assertThat(seen).containsExactly("one", "two", "three");
    }

    @Test
    void isCaughtUpWithAnEmptyTopic() {
        mayRead.countDown();
        tail.start();

        await().until(tail::caughtUp);
    }

    @Test
    void passesOverWhatNobodyCanDecode() {
        given("one", GARBAGE, "three");
        mayRead.countDown();
        tail.start();

        await().until(tail::caughtUp);
        assertThat(seen).containsExactly("one", "three");
    }

    @Test
    void waitsForTheRegistryAndPassesOverNothing() {
        registryFailures.set(2);
        given("one", "two");
        mayRead.countDown();
        tail.start();

        await().until(tail::caughtUp);
        assertThat(seen).containsExactly("one", "two");
        assertThat(registryFailures).hasNonPositiveValue();
    }

    @Test
    void goesOnWhereItWasAfterTheBrokerWasAway() {
        brokerFailures.set(1);
        given("one", "two");
        mayRead.countDown();
        tail.start();

        await().until(tail::caughtUp);
        await().pollDelay(Duration.ofMillis(300)).until(() -> brokerFailures.get() <= 0);
        assertThat(seen).containsExactly("one", "two");
    }

    @Test
    void stopsAtTheRecordThatItsViewCannotTake() {
        given("one", DEADLY, "three");
        mayRead.countDown();
        tail.start();

        await().until(() -> tail.failure().isPresent());
        assertThat(tail.failure()).contains("refusals/0/1");
        assertThat(tail.caughtUp()).isFalse();
        assertThat(seen).containsExactly("one");
    }

    @Test
    void isNotCaughtUpOnceItsThreadDied() {
        given("one", FATAL);
        mayRead.countDown();
        tail.start();

        await().dontCatchUncaughtExceptions().until(() -> seen.contains(FATAL));
        await().dontCatchUncaughtExceptions().until(() -> tail.failure().isPresent());
        assertThat(tail.complaint()).contains("the view of refusals stopped at a defect of its tail");
    }

    private void given(String... codes) {
        for (String code : codes) {
            byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
            log.add(new ConsumerRecord<>(TOPIC.name(), 0, log.size(), bytes, bytes));
        }
    }

    private Refusal decode(byte[] bytes) {
        if (registryFailures.getAndDecrement() > 0) {
            throw new KafkaException("the registry is away");
        }
        String code = new String(bytes, StandardCharsets.UTF_8);
        if (code.equals(GARBAGE)) {
            throw new SerializationException("garbage");
        }
        return new Refusal(code, "", List.of(), List.of());
    }

    private void take(String key, @Nullable Refusal refusal) {
        if (key.equals(DEADLY)) {
            throw new IllegalStateException("a defect");
        }
        seen.add(key);
        if (key.equals(FATAL)) {
            throw new LinkageError("the test's");
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        return new OneLog();
    }

    /** A consumer of the test's log whose broker goes away after the first records, as often as the test says. */
    private final class OneLog extends MockConsumer<byte[], byte[]> {
        private boolean hasRead;

        OneLog() {
            super("earliest");
            Node node = new Node(0, "nowhere", 0);
            Node[] nodes = {node};
            updatePartitions(TOPIC.name(), List.of(new PartitionInfo(TOPIC.name(), 0, node, nodes, nodes)));
            updateBeginningOffsets(Map.of(PARTITION, 0L));
            updateEndOffsets(Map.of(PARTITION, (long) log.size()));
        }

        @Override
        public synchronized void assign(Collection<TopicPartition> partitions) {
            super.assign(partitions);
            log.forEach(this::addRecord);
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            if (hasRead && brokerFailures.getAndDecrement() > 0) {
                throw new TimeoutException("the broker is away");
            }
            try {
                mayRead.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            hasRead = true;
            return super.poll(timeout);
        }
    }
}
