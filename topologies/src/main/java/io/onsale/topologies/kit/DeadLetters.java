package io.onsale.topologies.kit;

import io.onsale.schemas.operations.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes the record that keeps an unusable record whole. */
final class DeadLetters {

    private DeadLetters() {}

    static DeadLetter of(
            String topology,
            RecordPlace place,
            Instant at,
            String reason,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        return DeadLetter.newBuilder()
                .setTopology(topology)
                .setTopic(place.topic())
                .setPartition(place.partition())
                .setOffset(place.offset())
                .setAt(at)
                .setReason(reason)
                .setKey(key == null ? null : ByteBuffer.wrap(key))
                .setValue(value == null ? null : ByteBuffer.wrap(value))
                .build();
    }
}
