package io.onsale.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.schemas.Topics;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.RegistryUnavailableException;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.standalone.ToldToUser;
import io.onsale.standalone.kafka.EmbeddedBroker;
import io.onsale.standalone.registry.RegistryServerSettings;
import io.onsale.standalone.registry.SchemaRegistryServer;
import io.onsale.standalone.run.SchemaRelease.Released;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaReleaseTest {

    private static final String SEATS_HELD = Topics.INVENTORY_EVENTS.subject();

    @TempDir
    private Path folder;

    private EmbeddedBroker broker;
    private SchemaRegistryServer server;
    private SchemaRegistryClient client;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(folder, 0);
        server = SchemaRegistryServer.start(RegistryServerSettings.local(broker.bootstrapServers(), 0));
        client = newClient();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        broker.close();
    }

    @Test
    void whatWasRegisteredAheadIsFoundByProcessesThatOnlyLookUp() {
        List<Released> released = release();

        assertThat(released)
                .extracting(Released::subject)
                .containsExactlyElementsOf(SchemaRelease.schemas().keySet());
        try (SchemaRegistryClient process = newClient()) {
            List<Integer> ids = new ArrayList<>();
            SchemaRelease.schemas().forEach((subject, schema) -> ids.add(process.lookUp(subject, schema)));
            assertThat(ids).isEqualTo(released.stream().map(Released::id).toList());
        }
    }

    @Test
    void registeringAgainChangesNothing() {
        List<Released> first = release();

        assertThat(release()).isEqualTo(first);
        assertThat(first).extracting(Released::version).containsOnly(1);
    }

    @Test
    void namesASchemaThatTheRegistryRefusesAndRegistersTheOthers() {
        Schema other = SchemaBuilder.record("Other").fields().requiredInt("n").endRecord();
        client.register(SEATS_HELD, other);
        List<Released> released = new ArrayList<>();

        assertThatThrownBy(() -> new SchemaRelease(client).registerAll(released::add))
                .isInstanceOf(ToldToUser.class)
                .hasMessageContaining("does not take a schema")
                .hasMessageContaining(SEATS_HELD + ": ")
                .hasMessageContaining("incompatible");
        assertThat(released)
                .hasSize(SchemaRelease.schemas().size() - 1)
                .extracting(Released::subject)
                .doesNotContain(SEATS_HELD);
    }

    @Test
    void saysWhichRegistryIsAway() {
        String url = server.url();
        server.close();

        assertThatThrownBy(this::release)
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(url);
    }

    private List<Released> release() {
        List<Released> released = new ArrayList<>();
        new SchemaRelease(client).registerAll(released::add);
        return released;
    }

    private SchemaRegistryClient newClient() {
        return new SchemaRegistryClient(RegistrySettings.of(server.url()).withPatience(Duration.ofMillis(200)));
    }
}
