package io.onsale.standalone.cli;

import io.onsale.schemas.Topics;
import io.onsale.schemas.operations.Quarantine;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import io.onsale.standalone.Endpoints;
import io.onsale.standalone.ToldToUser;
import io.onsale.standalone.run.Undecided;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./onsale quarantine}. */
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        description = {
            "Orders a record to be skipped, after finding out why a topology stopped at it.",
            "The order is a record too, which every later run honours."
        })
final class QuarantineCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "TOPIC")
    private String topic = "";

    @Parameters(index = "1", paramLabel = "PARTITION")
    private int partition;

    @Parameters(index = "2", paramLabel = "OFFSET")
    private long offset;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, for whoever reads the log later.")
    private String reason = "";

    @Option(
            names = "--force",
            description = "Order it although, as far as can be seen, no topology stands at the record.")
    private boolean force;

    @Mixin
    private SystemOptions system = new SystemOptions();

    @Override
    public Integer call() throws InterruptedException {
        boolean known =
                Topics.ALL.stream().anyMatch(candidate -> candidate.name().equals(topic));
        if (!known || partition < 0 || offset < 0) {
            throw new ToldToUser("there is no record " + topic + " " + partition + " " + offset
                    + "; a stopped topology's log line and /readyz name the record");
        }
        Endpoints endpoints = system.find();
        if (!force) {
            requireStandingThere(endpoints);
        }
        order(endpoints);
        System.err.println("quarantined " + topic + "/" + partition + "/" + offset
                + "; a topology stopped there goes on by itself");
        return 0;
    }

    /** An order can't be taken back: one with a slip in it would skip a sound record for ever. */
    private void requireStandingThere(Endpoints endpoints) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, endpoints.kafka()))) {
            Optional<String> objection = new Undecided(admin).objection(new TopicPartition(topic, partition), offset);
            if (objection.isPresent()) {
                throw new ToldToUser("no topology stands at " + topic + "/" + partition + "/" + offset + ": "
                        + objection.get() + "; --force orders it all the same");
            }
        } catch (ExecutionException e) {
            throw new ToldToUser(
                    "Kafka at " + endpoints.kafka() + " did not tell what is decided: " + e.getMessage(), e);
        }
    }

    private void order(Endpoints endpoints) throws InterruptedException {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                endpoints.kafka(),
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000);
        Quarantine order = new Quarantine(topic, partition, offset, reason, Instant.now());
        String key = topic + "/" + partition + "/" + offset;
        try (SchemaRegistryClient registry = new SchemaRegistryClient(system.registry(endpoints));
                KafkaProducer<String, Quarantine> producer = new KafkaProducer<>(
                        settings,
                        new StringSerializer(),
                        new AvroSerdes(registry, Registration.REGISTER)
                                .of(Quarantine.class)
                                .serializer())) {
            producer.send(new ProducerRecord<>(Topics.QUARANTINE.name(), key, order))
                    .get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ToldToUser(
                    "the order could not be written to Kafka at " + endpoints.kafka() + ": " + e.getMessage(), e);
        }
    }
}
