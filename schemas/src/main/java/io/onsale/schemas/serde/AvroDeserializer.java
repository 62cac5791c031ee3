package io.onsale.schemas.serde;

import io.onsale.schemas.registry.SchemaRegistryClient;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads records of one class, whichever release wrote them; may be shared by threads. */
final class AvroDeserializer<V extends SpecificRecord> implements Deserializer<V> {
    private static final ThreadLocal<BoundedDecoder> DECODER = ThreadLocal.withInitial(BoundedDecoder::new);

    private final SchemaRegistryClient registry;
    private final Schema schema;
    private final SpecificData model;
    private final Map<Integer, DatumReader<V>> readers = new ConcurrentHashMap<>();

    AvroDeserializer(SchemaRegistryClient registry, Schema schema, SpecificData model) {
        this.registry = registry;
        this.schema = schema;
        this.model = model;
    }

    @Override
    public @Nullable V deserialize(String topic, byte @Nullable [] record) {
        if (record == null) {
            return null;
        }
        int id = WireFormat.readId(topic, record);
        DatumReader<V> reader = readers.get(id);
        if (reader == null) {
            reader = reader(topic, id);
        }
        BoundedDecoder decoder = DECODER.get();
        decoder.begin(record, WireFormat.HEADER);
        try {
            V value = reader.read(null, decoder);
            decoder.expectEnd();
            return value;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // A writer's schema may be recursive, so bytes can nest deeper than any stack.
            DECODER.remove();
            throw new SerializationException(
                    "a record on " + topic + " with schema id " + id + " cannot be read as " + schema.getFullName()
                            + ": " + e.getMessage(),
                    e);
        }
    }

    private DatumReader<V> reader(String topic, int id) {
        Schema written = registry.schema(id);
        // Avro resolves records by their fields alone and would take a look-alike for ours.
        if (!written.getFullName().equals(schema.getFullName())
                && !schema.getAliases().contains(written.getFullName())) {
            throw new SerializationException("a record on " + topic + " is a " + written.getFullName() + " (schema id "
                    + id + "), where " + schema.getFullName() + " is expected");
        }
        try {
            DatumReader<V> reader = new FastReaderBuilder(model).createDatumReader(written, schema);
            readers.put(id, reader);
            return reader;
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "schema id " + id + " on " + topic + " cannot be resolved to " + schema.getFullName() + ": "
                            + e.getMessage(),
                    e);
        }
    }
}
