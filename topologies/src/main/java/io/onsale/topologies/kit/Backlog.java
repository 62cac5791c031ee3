package io.onsale.topologies.kit;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What a stream thread has read and not judged yet.
 *
 * <p>When the last of it is judged it is committed at once, if anybody waits for it: nobody else gains by waiting. Those of a crowd that takes
 * longer wait for each other until the interval between commits is over, because each commit costs as much as many records.
 */
public final class Backlog {

    private final boolean awaited;
    private final ThreadLocal<Batch> batches = ThreadLocal.withInitial(Batch::new);

    private static final class Batch {
        private int left;
    }

    /** Of records that somebody waits for, or nobody. */
    Backlog(boolean awaited) {
        this.awaited = awaited;
    }

    void read(int records) {
        batches.get().left = records;
    }

    /** One record was judged; true where it was the last and is to be committed. */
    boolean isOverAfterThis() {
        Batch batch = batches.get();
        if (batch.left == 0) {
            return false;
        }
        batch.left--;
        return awaited && batch.left == 0;
    }

    /** Tells a backlog of what a stream thread's consumer hands out; Kafka makes it by name. */
    public static final class Watch implements ConsumerInterceptor<byte[], byte[]> {

        /** The setting under which it finds its backlog. */
        static final String BACKLOG = "onsale.backlog";

        private Backlog backlog = new Backlog(false);

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
