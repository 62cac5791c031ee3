package io.onsale.topologies.kit;

import io.onsale.schemas.Topic;
import io.onsale.schemas.operations.DeadLetter;
import io.onsale.schemas.registry.RegistryUnavailableException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a record's bytes into a command, or puts the record aside as a dead letter and goes on. */
final class CommandDecoder<M extends SpecificRecord> implements Processor<byte[], byte[], String, Object> {

    private static final Logger log = LoggerFactory.getLogger(CommandDecoder.class);
    /** Well below the time after which the group takes the partition from a consumer that does not poll. */
    private static final Duration PATIENCE_WITH_REGISTRY = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DeciderIo<M, ?, ?> io;
    private final Deserializer<M> deserializer;
    private final Quarantined quarantined;
    private final TopologyMetrics metrics;
    private final Backlog backlog;
    private @Nullable ProcessorContext<String, Object> started;

    CommandDecoder(
            DeciderIo<M, ?, ?> io,
            Deserializer<M> deserializer,
            Quarantined quarantined,
            TopologyMetrics metrics,
            Backlog backlog) {
        this.io = io;
        this.deserializer = deserializer;
        this.quarantined = quarantined;
        this.metrics = metrics;
        this.backlog = backlog;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        started = context;
    }

    @Override
    public void process(Record<byte[], byte[]> message) {
        take(message);
        if (backlog.isOverAfterThis()) {
            context().commit();
        }
    }

    private void take(Record<byte[], byte[]> message) {
        RecordPlace place = place();
        String order = quarantined.reason(place);
        if (order != null) {
            putAside(message, place, "quarantined: " + order);
            return;
        }
        try {
            String key = text(message.key());
            Decoded<M> decoded = new Decoded<>(decode(message.value()), message.value());
            context().forward(message.withKey(key).withValue(decoded), io.decider());
        } catch (SerializationException unreadable) {
            putAside(message, place, String.valueOf(unreadable.getMessage()));
        }
    }

    private M decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new SerializationException("a command has a value");
        }
        long start = System.nanoTime();
        while (true) {
            try {
                return deserializer.deserialize(io.commands().name(), bytes);
            } catch (RegistryUnavailableException away) {
                if (System.nanoTime() - start > PATIENCE_WITH_REGISTRY.toNanos()) {
                    throw away;
                }
                log.atWarn().addKeyValue("topology", io.name()).setCause(away).log("waiting for the schema registry");
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static String text(byte @Nullable [] key) {
        if (key == null) {
            throw new SerializationException("a command has a key");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key))
                    .toString();
        } catch (CharacterCodingException garbled) {
            throw new SerializationException("a key is UTF-8 text", garbled);
        }
    }

    private void putAside(Record<byte[], byte[]> message, RecordPlace place, String reason) {
        log.atWarn()
                .addKeyValue("topology", io.name())
                .addKeyValue("record", place)
                .addKeyValue("reason", reason)
                .log("dead letter");
        metrics.deadLetter();
        Topic<DeadLetter> topic = io.deadLetters();
        Instant at = Instant.ofEpochMilli(message.timestamp());
        DeadLetter letter = DeadLetters.of(io.name(), place, at, reason, message.key(), message.value());
        context().forward(message.withKey(place.toString()).withValue(letter), DeciderIo.sink(topic));
    }

    private RecordPlace place() {
        RecordMetadata metadata = context().recordMetadata().orElseThrow();
        return new RecordPlace(metadata.topic(), metadata.partition(), metadata.offset());
    }

    private ProcessorContext<String, Object> context() {
        if (started == null) {
            throw new IllegalStateException("init comes first");
        }
        return started;
    }
}
