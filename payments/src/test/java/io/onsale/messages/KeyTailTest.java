package io.onsale.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.PersonKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said of somebody while the keys of people are still being read. */
class KeyTailTest {

    private static final String TOPIC = Topics.ACCOUNT_KEYS.name();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final String ANN = "ann";

    private final HalfRead log = new HalfRead();
    private final KeyTail keys =
            new KeyTail(() -> log, (topic, bytes) -> bytes == null ? null : new PersonKey(key(bytes)));

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void knowsTheKeyThatSomebodyGotLastAlsoWhereAnOlderOneWasReadBefore() throws Exception {
        log.readIs("first");
        log.isStillToCome("second");

        assertThat(keys.of(ANN)).containsExactly(key("second"), key("first"));
    }

    @Test
    void knowsThatSomebodyIsDeletedAlsoWhereTheKeyWasReadBefore() throws Exception {
        log.readIs("first");
        log.isStillToCome(null);

        assertThat(keys.of(ANN)).isEmpty();
    }

    private static ByteBuffer key(String name) {
        return key(bytes(name));
    }

    private static ByteBuffer key(byte[] bytes) {
        return ByteBuffer.wrap(bytes);
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** A topic of two records, of which the second is read only once somebody has asked where the topic ends. */
    private static final class HalfRead extends MockConsumer<byte[], byte[]> {

        private final CountDownLatch told = new CountDownLatch(1);
        private @Nullable ConsumerRecord<byte[], byte[]> toCome;

        HalfRead() {
            super("earliest");
            Node node = new Node(0, "localhost", 9092);
            updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, node, new Node[] {node}, new Node[] {node})));
            updateBeginningOffsets(Map.of(PARTITION, 0L));
            updateEndOffsets(Map.of(PARTITION, 2L));
        }

        /** Returns once whoever reads this has taken the record. */
        void readIs(String name) throws InterruptedException {
            schedulePollTask(() -> addRecord(record(0, bytes(name))));
            schedulePollTask(told::countDown);
            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        }

        synchronized void isStillToCome(@Nullable String name) {
            toCome = record(1, name == null ? null : bytes(name));
        }

        private static ConsumerRecord<byte[], byte[]> record(long offset, byte @Nullable [] value) {
            return new ConsumerRecord<>(TOPIC, 0, offset, bytes(ANN), value);
        }

        @Override
        public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
            ConsumerRecord<byte[], byte[]> next = toCome;
            if (next != null) {
                toCome = null;
                addRecord(next);
            }
            return super.endOffsets(partitions);
        }
    }
}
