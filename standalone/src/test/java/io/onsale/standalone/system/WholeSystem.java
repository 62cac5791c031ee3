package io.onsale.standalone.system;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import io.onsale.analytics.clickhouse.ClickHouseSettings;
import io.onsale.edge.Edge;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import io.onsale.standalone.Endpoints;
import io.onsale.standalone.Standalone;
import io.onsale.standalone.StandaloneSettings;
import io.onsale.standalone.StandaloneSettings.Ports;
import io.onsale.standalone.audit.Audit;
import io.onsale.standalone.audit.AuditReport;
import io.onsale.standalone.audit.AuditSettings;
import io.onsale.standalone.crowd.CrowdTokens;
import io.onsale.standalone.registry.RegistryServerSettings;
import io.onsale.standalone.registry.SchemaRegistryServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Everything, with two edges, in this process; ClickHouse's engine in a child. */
final class WholeSystem implements AutoCloseable {

    final Standalone standalone;
    final Journal journal;
    final EdgeApi first;
    final EdgeApi second;
    final Person organizer;

    private final Path folder;
    private SchemaRegistryServer registry;
    private final CrowdTokens tokens = CrowdTokens.ofNewKey("tests");

    WholeSystem(Path folder, Journal journal) {
        this.folder = folder;
        this.journal = journal;
        Map<String, String> issuers = Map.of(tokens.issuer(), tokens.publicJwk());
        standalone =
                Standalone.start(new StandaloneSettings(folder, Ports.FREE, issuers, Optional.empty()), line -> {});
        registry = standalone.registry();
        Edge another = standalone.addEdge(0);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(another::ready);
        first = api(standalone.endpoints().edge());
        second = api(Standalone.url(another));
        organizer = first.organizer();
    }

    private EdgeApi api(String url) {
        return new EdgeApi(URI.create(url), journal);
    }

    /** Either edge in turn. */
    EdgeApi edge(int turn) {
        return turn % 2 == 0 ? first : second;
    }

    /** A fan whom nobody has seen before, vouched for by an issuer that the edges trust. */
    Person fan() {
        String id = UUID.randomUUID().toString();
        return new Person(tokens.account(id), tokens.of(id));
    }

    /** A published event whose holds last long. */
    Show show(int seatsPerSection) {
        return first.show(organizer, seatsPerSection, 600);
    }

    Path folder() {
        return folder;
    }

    AuditReport audit() {
        Endpoints at = standalone.endpoints();
        Endpoints.Login reader = at.clickhouse().reader();
        return Audit.run(AuditSettings.of(at.kafka(), RegistrySettings.of(at.registry()))
                .withAnswers(journal.in(folder))
                .withClickHouse(URI.create(at.clickhouse().url()), reader.user(), reader.password()));
    }

    AvroSerdes serdes() {
        String registry = standalone.endpoints().registry();
        return new AvroSerdes(new SchemaRegistryClient(RegistrySettings.of(registry)), Registration.LOOK_UP);
    }

    ClickHouseClient clickHouse() {
        Endpoints.ClickHouse at = standalone.endpoints().clickhouse();
        return new ClickHouseClient(
                ClickHouseSettings.of(at.url(), at.reader().user(), at.reader().password()));
    }

    /** ClickHouse's engine. */
    ProcessHandle engine() {
        return child("clickhouse");
    }

    /** The simulated gateway. */
    ProcessHandle gateway() {
        return child("gateway");
    }

    /** This system's child with that folder. */
    private ProcessHandle child(String name) {
        String data = folder.resolve(name).toString();
        List<ProcessHandle> children = ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(data))
                .toList();
        if (children.size() != 1) {
            throw new IllegalStateException(children.size() + " processes run on " + data);
        }
        return children.getFirst();
    }

    void stopRegistry() {
        registry.close();
    }

    /** The registry anew, where clients look for it; whatever else may have that port for a moment. */
    void startRegistry() {
        Endpoints at = standalone.endpoints();
        int port = URI.create(at.registry()).getPort();
        registry = Awaitility.await()
                .ignoreExceptions()
                .until(
                        () -> SchemaRegistryServer.start(RegistryServerSettings.local(at.kafka(), port)),
                        Objects::nonNull);
    }

    @Override
    public void close() {
        standalone.close();
        registry.close();
    }
}
