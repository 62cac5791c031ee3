package io.onsale.standalone.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.analytics.privacy.Hit;
import io.onsale.analytics.privacy.TableScan;
import io.onsale.analytics.privacy.TopicScan;
import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.AccountEvent;
import io.onsale.schemas.accounts.AccountOpened;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.EventEnvelope;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan that can't find anything proves nothing. */
class PrivacyScansTest {
    @TempDir
    private static Path folder;

    private static Backend backend;

    @BeforeAll
    static void begin() {
        backend = new Backend(folder);
    }

    @AfterAll
    static void end() {
        backend.close();
    }

    @Test
    void findAPlantedTextInTheLogAndBytesThatAreNotSealed() {
        String name = "Julia Example " + UUID.randomUUID();
        ByteBuffer plain = ByteBuffer.wrap(name.getBytes(UTF_8));
        var opened = new AccountOpened("a1", Role.FAN, plain, plain, null);
        var envelope = new EventEnvelope("c#0", "c", "t", new Actor(ActorKind.FAN, "a1"), Instant.EPOCH, 1L);
        String topic = Topics.ACCOUNT_EVENTS.name();
        byte[] event = backend.serdes()
                .of(AccountEvent.class)
                .serializer()
                .serialize(topic, new AccountEvent(envelope, opened));
        assertThat(scan(name)).isEmpty();

        write(topic, event);

        assertThat(scan(name))
                .extracting(Hit::what)
                .containsExactlyInAnyOrder(
                        "needle 0", "AccountOpened.email is not sealed", "AccountOpened.name is not sealed");
        assertThat(scan("somebody else")).allMatch(hit -> hit.what().endsWith("is not sealed"));
    }

    @Test
    void findAPlantedTextInAnyColumn() {
        String email = "julia@example.com";
        assertThat(TableScan.scan(backend.client, List.of(email))).isEmpty();

        backend.client.query(
                "INSERT INTO onsale.holds (seats) SELECT [{text:String}]",
                Map.of("text", Base64.getEncoder().encodeToString(("x" + email).getBytes(UTF_8))),
                "Null");

        assertThat(TableScan.scan(backend.client, List.of("nobody's", email)))
                .containsExactly(new Hit("onsale.holds.seats", "needle 1 in base64"));
    }

    private static List<Hit> scan(String needle) {
        return TopicScan.scan(backend.broker.bootstrapServers(), backend.serdes(), List.of(needle));
    }

    private static void write(String topic, byte[] value) {
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, backend.broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            // Closing waits until it has arrived.
            var unused = producer.send(new ProducerRecord<>(topic, value));
        }
    }
}
