package io.onsale.standalone.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import io.onsale.edge.Edge;
import io.onsale.schemas.Topic;
import io.onsale.schemas.TopicKind;
import io.onsale.schemas.Topics;
import io.onsale.standalone.Standalone;
import io.onsale.standalone.audit.AuditReport;
import io.onsale.standalone.system.DeadLetters.Place;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@OnSharedSystem
class BrokenPartsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NOBODYS_SCHEMA = 1_000_000;

    private final WholeSystem system;

    BrokenPartsTest(WholeSystem system) {
        this.system = system;
    }

    @Test
    void rubbishAmongTheCommandsIsPutAsideAndTheStreamGoesOn() throws Exception {
        Show show = system.show(5);

        List<Place> rubbish = throwRubbish(show);

        try (DeadLetters letters = new DeadLetters(system.standalone.endpoints().kafka(), system.serdes())) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(letters.read()).containsAll(rubbish));
        }
        assertSells(system.first, show, "A-1-1");
        assertSells(system.second, system.second.show(system.second.organizer(), 5, 600), "A-1-1");
    }

    private List<Place> throwRubbish(Show show) throws Exception {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                system.standalone.endpoints().kafka());
        List<Place> places = new ArrayList<>();
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Topic<?> topic : Topics.ALL) {
                if (topic.kind() != TopicKind.COMMANDS) {
                    continue;
                }
                for (byte[] key : keys(show)) {
                    for (byte[] value : values()) {
                        RecordMetadata written = producer.send(new ProducerRecord<>(topic.name(), key, value))
                                .get();
                        places.add(new Place(written.topic(), written.partition(), written.offset()));
                    }
                }
            }
        }
        return places;
    }

    private static List<byte @Nullable []> keys(Show show) {
        List<byte @Nullable []> keys = new ArrayList<>();
        keys.add(show.eventId().getBytes(UTF_8));
        keys.add(new byte[] {(byte) 0xff, 0, (byte) 0xc0});
        keys.add(new byte[0]);
        keys.add(null);
        return keys;
    }

    /** No record, no bytes, no wire format, a schema that nobody has, and a schema that is there, for other bytes. */
    private static List<byte @Nullable []> values() {
        List<byte @Nullable []> values = new ArrayList<>();
        values.add(null);
        values.add(new byte[0]);
        values.add("rubbish".getBytes(UTF_8));
        values.add(ByteBuffer.allocate(20).put((byte) 0).putInt(NOBODYS_SCHEMA).array());
        values.add(ByteBuffer.allocate(20).put((byte) 0).putInt(1).putLong(-1).array());
        return values;
    }

    @Test
    void withoutTheRegistryTheEdgesGoOnSellingAndAnotherOneWaitsForIt() {
        Show show = system.show(5);
        system.stopRegistry();
        try {
            assertSells(system.first, show, "A-1-1");
            assertSells(system.second, show, "A-1-2");
            Edge late = system.standalone.addEdge(0);
            EdgeApi lateApi = new EdgeApi(URI.create(Standalone.url(late)), system.journal);
            assertThat(lateApi.get("/readyz").summary()).isEqualTo("503 not_ready");
            assertThat(lateApi.get("/livez").status()).isEqualTo(200);

            system.startRegistry();

            Awaitility.await().atMost(PATIENCE).until(late::ready);
            assertSells(lateApi, show, "A-1-3");
        } catch (RuntimeException | Error failure) {
            system.startRegistry();
            throw failure;
        }
    }

    @Test
    void whenClickHouseIsKilledTheEdgesGoOnSellingAndItGetsEverythingAfterwards() {
        Show show = system.show(5);
        ProcessHandle engine = system.engine();
        engine.destroyForcibly();

        for (int seat = 1; seat <= 5; seat++) {
            assertSells(system.edge(seat), show, "A-1-" + seat);
        }

        try (ClickHouseClient clickHouse = system.clickHouse()) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> !clickHouse.query("SELECT 1").isEmpty());
        }
        AuditReport report = system.audit();
        assertThat(report.clean()).as(report.text()).isTrue();
        assertThat(system.engine()).isNotEqualTo(engine);
    }

    private void assertSells(EdgeApi edge, Show show, String seat) {
        Reply held = edge.hold(system.fan(), show, seat);
        assertThat(held.status()).as(held.text()).isEqualTo(201);
    }
}
