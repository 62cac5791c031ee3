package io.onsale.standalone.run;

import io.onsale.schemas.Topics;
import io.onsale.schemas.admin.TopicSetup;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import io.onsale.standalone.Endpoints;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/**
 * The log a process works on: its brokers, its registry, and how its topics are made.
 *
 * @param partitions of every topic
 * @param replication of every topic
 */
record Log(
        String brokers,
        String registry,
        Optional<Endpoints.Login> registryLogin,
        Registration registration,
        int partitions,
        int replication) {

    static Log from(Environment environment) {
        return new Log(
                environment.text(Variable.KAFKA_BOOTSTRAP_SERVERS),
                environment.text(Variable.SCHEMA_REGISTRY_URL),
                RegistryVariables.login(environment),
                environment.flag(Variable.ONSALE_REGISTER_SCHEMAS) ? Registration.REGISTER : Registration.LOOK_UP,
                environment.number(Variable.ONSALE_PARTITIONS, 1, 10_000),
                environment.number(Variable.ONSALE_REPLICATION, 1, 100));
    }

    /** A client of the registry; whoever asks for it closes it. */
    SchemaRegistryClient registryClient() {
        return new SchemaRegistryClient(registrySettings());
    }

    RegistrySettings registrySettings() {
        return RegistryVariables.with(registryLogin, RegistrySettings.of(registry));
    }

    AvroSerdes serdes(SchemaRegistryClient client) {
        return new AvroSerdes(client, registration);
    }

    /** Makes the topics that are missing, and refuses to go on where others differ from the catalogue. */
    void makeTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            new TopicSetup(admin, partitions, replication).ensure(Topics.ALL);
        }
    }
}
