package io.onsale.standalone.run;

import io.onsale.schemas.Topics;
import io.onsale.schemas.admin.OffsetRetention;
import io.onsale.schemas.admin.TopicSetup;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import io.onsale.standalone.Endpoints;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private static final Logger LOG = LoggerFactory.getLogger(Log.class);

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

    /** Makes the topics that are missing, refuses to go on where others differ from the catalogue, and warns of brokers that forget. */
    void makeTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            new TopicSetup(admin, partitions, replication).ensure(Topics.ALL);
            OffsetRetention.complaint(admin).ifPresent(complaint -> LOG.atWarn().log(complaint));
        }
    }
}
