package io.onsale.edge.log;

import io.onsale.schemas.Topic;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The schemas in which the edge writes and reads. */
public final class Schemas {

    private final SchemaRegistryClient registry;
    private final Registration registration;
    private final AvroSerdes serdes;

    public Schemas(SchemaRegistryClient registry, Registration registration) {
        this.registry = registry;
        this.registration = registration;
        this.serdes = new AvroSerdes(registry, registration);
    }

    public AvroSerdes serdes() {
        return serdes;
    }

    /** Fetches the id of the topic's schema, so that writing to it needs the registry no more. */
    void fetch(Topic<?> topic) {
        Schema schema = SpecificData.get().getSchema(topic.value());
        if (registration == Registration.REGISTER) {
            registry.register(topic.subject(), schema);
        } else {
            registry.lookUp(topic.subject(), schema);
        }
    }
}
