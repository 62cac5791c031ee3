package io.onsale.schemas.serde;

import io.onsale.schemas.registry.SchemaRegistryClient;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes records of one class; may be shared by threads. */
final class AvroSerializer<V extends SpecificRecord> implements Serializer<V> {
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private final SchemaRegistryClient registry;
    private final Registration registration;
    private final Schema schema;
    private final DatumWriter<V> writer;
    private final UnaryOperator<String> subjectOfTopic;
    // A race on this field costs one more look into the client's cache and nothing else.
    private @Nullable Known known;

    AvroSerializer(
            SchemaRegistryClient registry,
            Registration registration,
            Schema schema,
            SpecificData model,
            UnaryOperator<String> subjectOfTopic) {
        this.registry = registry;
        this.registration = registration;
        this.schema = schema;
        this.writer = new SpecificDatumWriter<>(schema, model);
        this.subjectOfTopic = subjectOfTopic;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable V value) {
        if (value == null) {
            return null;
        }
        int id = id(topic);
        Scratch scratch = SCRATCH.get();
        scratch.buffer.begin();
        try {
            writer.write(value, scratch.encoder);
            scratch.encoder.flush();
        } catch (IOException | RuntimeException e) {
            // An encoder that failed half-way may keep bytes of the failed record.
            SCRATCH.remove();
            throw new SerializationException(
                    "a " + schema.getFullName() + " for " + topic + " cannot be written: " + e.getMessage(), e);
        }
        byte[] record = scratch.buffer.finish(id);
        if (scratch.buffer.isOversized()) {
            SCRATCH.remove();
        }
        return record;
    }

    private int id(String topic) {
        Known last = known;
        if (last == null || !last.topic.equals(topic)) {
            String subject = subjectOfTopic.apply(topic);
            int id = registration == Registration.REGISTER
                    ? registry.register(subject, schema)
                    : registry.lookUp(subject, schema);
            last = new Known(topic, id);
            known = last;
        }
        return last.id;
    }

    private record Known(String topic, int id) {}

    private static final class Scratch {
        private final RecordBuffer buffer = new RecordBuffer();
        private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(buffer, null);
    }
}
