package io.onsale.topologies.kit;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What a stream thread has read and not judged yet.
 *
 * <p>Whoever comes alone need not wait for the next commit, so it is committed at once; those of a crowd wait for each other, because each
 * commit costs the broker as much as many records.
 */
public final class Backlog {

    /** So many records at once are no crowd yet. */
    private static final int FEW = 4;

    private final ThreadLocal<Batch> batches = ThreadLocal.withInitial(Batch::new);

    private static final class Batch {
        private int size;
        private int left;
    }

    void read(int records) {
        Batch batch = batches.get();
        batch.size = records;
        batch.left = records;
    }

    /** One record was judged; true where it was the last of so few that nobody else gains by waiting. */
    boolean isOverAfterThis() {
        Batch batch = batches.get();
        if (batch.left == 0) {
            return false;
        }
        batch.left--;
        return batch.left == 0 && batch.size <= FEW;
    }

    /** Tells a backlog of what a stream thread's consumer hands out; Kafka makes it by name. */
    public static final class Watch implements ConsumerInterceptor<byte[], byte[]> {

        /** The setting under which it finds its backlog. */
        static final String BACKLOG = "onsale.backlog";

        private Backlog backlog = new Backlog();

        @Override
        public void configure(Map<String, ?> settings) {
            if (settings.get(BACKLOG) instanceof Backlog configured) {
                backlog = configured;
            }
        }

        @Override
        public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
            backlog.read(records.count());
            return records;
        }

        @Override
        public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

        @Override
        public void close() {}
    }
}
