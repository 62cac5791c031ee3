package io.onsale.schemas.serde;

import io.onsale.schemas.registry.SchemaRegistryClient;
import java.util.function.UnaryOperator;
import org.apache.avro.Conversion;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Makes Kafka serdes for generated classes, all on one registry client. */
public final class AvroSerdes {
    private final SchemaRegistryClient registry;
    private final Registration registration;

    public AvroSerdes(SchemaRegistryClient registry, Registration registration) {
        TrustedClasses.install();
        this.registry = registry;
        this.registration = registration;
    }

    /** A serde whose subject is that of the topic it writes to. */
    public <V extends SpecificRecord> Serde<V> of(Class<V> type) {
        return of(type, AvroSerdes::subject);
    }

    /** A serde that keeps to one subject on any topic, for stores whose topics nobody registers schemas for. */
    public <V extends SpecificRecord> Serde<V> of(Class<V> type, String subject) {
        return of(type, topic -> subject);
    }

    /** The subject under which a topic's values are registered. */
    public static String subject(String topic) {
        return topic + "-value";
    }

    private <V extends SpecificRecord> Serde<V> of(Class<V> type, UnaryOperator<String> subjectOfTopic) {
        SpecificData model = model(type);
        Schema schema = model.getSchema(type);
        return Serdes.serdeFrom(
                new AvroSerializer<>(registry, registration, schema, model, subjectOfTopic),
                new AvroDeserializer<>(registry, schema, model));
    }

    /** A model of its own, because the generated class's is shared by the whole process. */
    private static SpecificData model(Class<?> type) {
        SpecificData model = new SpecificData(type.getClassLoader());
        for (Conversion<?> conversion : SpecificData.getForClass(type).getConversions()) {
            model.addLogicalTypeConversion(conversion);
        }
        model.setFastReaderEnabled(true);
        model.setCustomCoders(false);
        return model;
    }
}
