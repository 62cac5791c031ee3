package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.onsale.edge.auth.People;
import io.onsale.schemas.Topic;
import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.PersonKey;
import io.onsale.schemas.accounts.SignUp;
import io.onsale.schemas.privacy.Contacts;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.standalone.Keys;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.storage.internals.log.CleanerConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@OnSharedSystem
class DeletedPersonTest {

    private static final String PASSWORD = "correct horse battery staple";
    private static final String ORDER = """
            {"reservation_id": "%s.%s", "payment": {"method": "card", "token": "test-approve"}}""".formatted(UUID.randomUUID(), UUID.randomUUID());
    private static final Duration COMPACTION = Duration.ofSeconds(90);

    private final WholeSystem system;
    /** One for all records, because each anew would ask the registry for every schema. */
    private final AvroSerdes serdes;

    DeletedPersonTest(WholeSystem system) {
        this.system = system;
        this.serdes = system.serdes();
    }

    @Test
    void whatTheLogHoldsOfAPersonCanBeOpenedUntilTheAccountIsDeletedAndNeverAfter() throws Exception {
        String email = UUID.randomUUID() + "@example.com";
        Reply signedUp = system.first.signUp(email, PASSWORD, "Kim of " + email, "fan");
        String contact = UUID.randomUUID() + "@example.com";
        Person fan = new Person(signedUp.text("user_id"), signedUp.text("access_token"));
        SignUp inTheLog = signUp(fan.id());
        AccountState readable =
                withKey(inTheLog, newest(Topics.ACCOUNT_KEYS, fan.id()).getPersonKey());
        People people = new People(Keys.of(system.folder()).process(), new Contacts("82"));
        assertThat(people.person(readable).email()).isEqualTo(email);
        Reply renamed = system.first.send("PATCH", "/api/me", json("name", "Now " + email), EdgeApi.bearer(fan));
        assertThat(renamed.text("name")).as(renamed.text()).isEqualTo("Now " + email);
        system.second.post("/api/auth/password/forgot", json("email", email));
        // Nothing can be ordered so, but the log has what was asked for.
        assertThat(system.first.post("/api/orders", ORDER, keyed(fan)).summary())
                .isEqualTo("404 unknown_event");
        Person guest = guest(contact);
        assertThat(system.first.post("/api/orders", ORDER, keyed(guest)).summary())
                .isEqualTo("404 unknown_event");
        assertThat(readable()).contains(email, "Kim of " + email, "Now " + email, contact);

        Reply forgotten = system.second.send("DELETE", "/api/me", "", EdgeApi.bearer(guest));
        assertThat(forgotten.status()).as(forgotten.text()).isEqualTo(204);
        Reply wrong = delete(system.second, fan, "not the password");
        Reply deleted = delete(system.second, fan, PASSWORD);

        assertThat(wrong.summary()).isEqualTo("401 bad_credentials");
        assertThat(deleted.status()).as(deleted.text()).isEqualTo(204);
        for (EdgeApi edge : List.of(system.first, system.second)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> edge.get("/api/me", fan).summary().equals("401 invalid_token"));
            assertThat(edge.post("/api/auth/refresh", json("refresh_token", signedUp.text("refresh_token")))
                            .status())
                    .isEqualTo(401);
        }
        assertThat(system.first.post("/api/auth/login", login(email)).summary()).isEqualTo("401 bad_credentials");
        hurry(Topics.ACCOUNT_KEYS, Topics.ACCOUNT_STATE);
        awaitCompacted(Topics.ACCOUNT_KEYS, fan.id());
        awaitCompacted(Topics.ACCOUNT_KEYS, guest.id());
        awaitCompacted(Topics.ACCOUNT_STATE, people.emailKey(email));
        assertThat(readable()).isNotEmpty().noneMatch(text -> text.contains(email) || text.contains(contact));
        // The command is there for ever, and what it takes to open it is nowhere.
        assertThat(signUp(fan.id())).isEqualTo(inTheLog);
        assertThat(inTheLog.getPersonKey()).isNull();
        assertThat(system.first.signUp(email, PASSWORD, "Kim", "fan").status()).isEqualTo(201);
    }

    /** Somebody who has typed the code that was sent to this contact. */
    private Person guest(String contact) {
        assertThat(system.first
                        .post("/api/auth/guest", json("contact", contact))
                        .status())
                .isEqualTo(202);
        String code = SentCodes.of(system).newest(contact);
        Reply proven = system.first.post(
                "/api/auth/guest",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("contact", contact)
                        .put("code", code)
                        .toString());
        assertThat(proven.status()).as(proven.text()).isEqualTo(200);
        return new Person(proven.text("user_id"), proven.text("access_token"));
    }

    /** What can be read of people in the whole log, commands included. */
    private Set<String> readable() {
        OpenedSeals readable = new OpenedSeals(Keys.of(system.folder()).process());
        for (ConsumerRecord<String, byte[]> record : records(Topics.ACCOUNT_KEYS)) {
            if (record.value() != null) {
                readable.learn(record.key(), (PersonKey) decode(Topics.ACCOUNT_KEYS, record.value()));
            }
        }
        Topics.ALL.stream()
                .filter(topic -> !topic.equals(Topics.ACCOUNT_KEYS))
                .forEach(topic -> records(topic).forEach(record -> read(readable, topic, record)));
        return readable.texts();
    }

    /** Other tests write what nobody can decode; in that nothing is sealed. */
    private void read(OpenedSeals readable, Topic<?> topic, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            readable.read(record.key(), (SpecificRecord) decode(topic, record.value()));
        } catch (SerializationException undecodable) {
            return;
        }
    }

    /** Until nothing but the last record of the key is left, and that says nothing. */
    private void awaitCompacted(Topic<?> topic, String key) {
        int partition = records(topic).stream()
                .filter(record -> key.equals(record.key()))
                .findFirst()
                .orElseThrow()
                .partition();
        Awaitility.await()
                .atMost(COMPACTION)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    write(topic, partition);
                    return records(topic).stream()
                            .filter(record -> key.equals(record.key()))
                            .noneMatch(record -> sealed(topic, record));
                });
    }

    private boolean sealed(Topic<?> topic, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return false;
        }
        return !(decode(topic, record.value()) instanceof AccountState state) || !state.getDeleted();
    }

    /** A broker looks for something to compact every fifteen seconds if left to itself. */
    private void hurry(Topic<?>... topics) throws Exception {
        Map<ConfigResource, Collection<AlterConfigOp>> settings = new HashMap<>();
        settings.put(
                new ConfigResource(ConfigResource.Type.BROKER, ""),
                set(Map.of(CleanerConfig.LOG_CLEANER_BACKOFF_MS_PROP, "200")));
        for (Topic<?> topic : topics) {
            settings.put(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                    set(Map.of(
                            TopicConfig.SEGMENT_MS_CONFIG, "500",
                            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.0",
                            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "500")));
        }
        try (Admin admin = Admin.create(kafka())) {
            admin.incrementalAlterConfigs(settings).all().get();
        }
    }

    private static Collection<AlterConfigOp> set(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each ->
                        new AlterConfigOp(new ConfigEntry(each.getKey(), each.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    /** A segment can be compacted only once another was begun. */
    private void write(Topic<?> topic, int partition) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(kafka(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), partition, "nobody-" + UUID.randomUUID(), null))
                    .get();
        }
    }

    private SignUp signUp(String accountId) {
        return records(Topics.ACCOUNT_COMMANDS).stream()
                .map(record -> ((AccountCommand) decode(Topics.ACCOUNT_COMMANDS, record.value())).getBody())
                .filter(body ->
                        body instanceof SignUp command && command.getAccountId().equals(accountId))
                .map(SignUp.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private <V extends SpecificRecord> V newest(Topic<V> topic, String key) {
        return records(topic).stream()
                .filter(record -> key.equals(record.key()))
                .map(record -> topic.value().cast(decode(topic, record.value())))
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    private Object decode(Topic<?> topic, byte[] value) {
        return serdes.of(topic.value()).deserializer().deserialize(topic.name(), value);
    }

    private List<ConsumerRecord<String, byte[]>> records(Topic<?> topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", system.standalone.endpoints().kafka(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", system.standalone.endpoints().kafka());
    }

    private static AccountState withKey(SignUp command, ByteBuffer key) {
        return AccountState.newBuilder()
                .setAccountId(command.getAccountId())
                .setRole(command.getRole())
                .setCredential(command.getCredential())
                .setPersonKey(key)
                .setEmail(command.getEmail())
                .setName(command.getName())
                .setPhone(command.getPhone())
                .setOpenedAt(Instant.EPOCH)
                .setSequence(1)
                .build();
    }

    private static Map<String, String> keyed(Person who) {
        return Map.of(
                "Authorization",
                "Bearer " + who.token(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static Reply delete(EdgeApi edge, Person who, String password) {
        return edge.send("DELETE", "/api/me", json("password", password), EdgeApi.bearer(who));
    }

    private static String login(String email) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("email", email)
                .put("password", PASSWORD)
                .toString();
    }

    private static String json(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value).toString();
    }
}
