package io.onsale.outbound;

import io.onsale.schemas.Topic;
import io.onsale.schemas.operations.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps whole what nobody can do. */
record DeadLetters(Outbox outbox, Topic<DeadLetter> topic, String worker) {

    void keep(ConsumerRecord<byte[], byte[]> record, String reason) throws InterruptedException {
        String key = record.topic() + "/" + record.partition() + "/" + record.offset();
        outbox.write(
                topic,
                key,
                DeadLetter.newBuilder()
                        .setTopology(worker)
                        .setTopic(record.topic())
                        .setPartition(record.partition())
                        .setOffset(record.offset())
                        .setAt(Instant.ofEpochMilli(record.timestamp()))
                        .setReason(reason)
                        .setKey(record.key() == null ? null : ByteBuffer.wrap(record.key()))
                        .setValue(record.value() == null ? null : ByteBuffer.wrap(record.value()))
                        .build());
    }
}
