package io.onsale.standalone;

import io.onsale.analytics.migrations.Migrations;
import io.onsale.analytics.sink.AnalyticsSink;
import io.onsale.analytics.sink.ClickHouseInserter;
import io.onsale.analytics.sink.ClickHouseStoredEvents;
import io.onsale.analytics.sink.SinkSettings;
import io.onsale.edge.Edge;
import io.onsale.edge.EdgeSettings;
import io.onsale.edge.EdgeSettingsBuilder;
import io.onsale.messages.MessagesWorker;
import io.onsale.messages.simulated.SimulatedProvider;
import io.onsale.outbound.WorkerSettings;
import io.onsale.payments.process.PaymentsWorker;
import io.onsale.payments.simulated.SimulatedGateway;
import io.onsale.schemas.Topics;
import io.onsale.schemas.admin.TopicSetup;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import io.onsale.standalone.gateway.Gateway;
import io.onsale.standalone.gateway.GatewayOptions;
import io.onsale.standalone.kafka.EmbeddedBroker;
import io.onsale.standalone.kafka.Ports;
import io.onsale.standalone.registry.RegistryServerSettings;
import io.onsale.standalone.registry.SchemaRegistryServer;
import io.onsale.topologies.AllTopologies;
import io.onsale.topologies.kit.RunnerSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;

/**
 * The whole system in this process, with ClickHouse's engine in a child.
 *
 * <p>ClickHouse starts while Kafka does, and topologies, edge and sink come up side by side.
 */
public final class Standalone implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StandaloneSettings settings;
    private final StartTimes times;
    private final Parts parts;
    private final Keys keys;
    private final EmbeddedBroker broker;
    private final SchemaRegistryServer registry;
    private final AvroSerdes serdes;
    private final RunningTopologies topologies;
    private final ClickHouse clickHouse;
    private final List<Edge> edges = new ArrayList<>();
    private final AnalyticsSink sink;
    private final Gateway gateway;
    private final PaymentsWorker payments;
    private final MessagesWorker messages;

    /** Starts everything and returns when it is ready. */
    public static Standalone start(StandaloneSettings settings, Progress progress) {
        return start(settings, new Parts(), progress);
    }

    /** Starts everything as parts of the caller's, who may close them at any time, which ends the start. */
    public static Standalone start(StandaloneSettings settings, Parts parts, Progress progress) {
        try {
            return new Standalone(settings, parts, progress);
        } catch (CompletionException failure) {
            parts.close();
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        } catch (RuntimeException | Error failure) {
            parts.close();
            throw failure;
        }
    }

    private Standalone(StandaloneSettings settings, Parts parts, Progress progress) {
        this.settings = settings;
        this.parts = parts;
        times = new StartTimes(progress, parts);
        requireFree(settings.ports().edge());
        keys = Keys.in(settings.data().resolve("keys"));
        // On a thread of its own: the common pool tells of a child's end, and on two cores is one thread, which must
        // not wait for it.
        CompletableFuture<ClickHouse> engine = CompletableFuture.supplyAsync(
                () -> times.of("ClickHouse", () -> parts.add("ClickHouse", ClickHouse.start(settings, progress))),
                Thread.ofPlatform().daemon().name("start-clickhouse")::start);
        parts.add("start of ClickHouse", () -> awaitEnd(engine));
        broker = times.of("Kafka", this::startBroker);
        registry = times.of("schema registry", this::startRegistry);
        serdes = new AvroSerdes(
                parts.add("registry client", new SchemaRegistryClient(RegistrySettings.of(registry.url()))),
                Registration.REGISTER);
        times.of("topics", this::makeTopics);
        topologies = times.of("topologies", this::startTopologies);
        clickHouse = engine.join();
        times.of("edge", () -> addEdge(settings.ports().edge()));
        // Webhooks go to the edge, so the gateway starts once that has its port.
        CompletableFuture<Gateway> companies = CompletableFuture.supplyAsync(
                () -> times.of("simulated gateway", this::startGateway),
                Thread.ofPlatform().daemon().name("start-gateway")::start);
        parts.add("start of the simulated gateway", () -> awaitEnd(companies));
        sink = times.of("analytics sink", this::startSink);
        gateway = companies.join();
        payments = times.of("payments", this::startPayments);
        messages = times.of("messages", this::startMessages);
        times.of("all ready", this::awaitReady);
    }

    /** A start that nobody waits for any more may still write; it is over when this returns, however it ended. */
    private static void awaitEnd(CompletableFuture<?> start) throws InterruptedException, TimeoutException {
        try {
            start.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException told) {
            // The one who started it says so.
        }
    }

    /** The edge listens last; nobody should wait for everything else to learn that it can't. */
    private static void requireFree(int port) {
        if (port != 0 && !Ports.isFree(port)) {
            throw new ToldToUser(
                    "port " + port
                            + " for the edge is in use; stop what listens there or choose another with --port (0 picks a free one)");
        }
    }

    private EmbeddedBroker startBroker() {
        int port = settings.ports().kafka();
        return parts.add("Kafka", EmbeddedBroker.start(settings.data().resolve("kafka"), port));
    }

    private SchemaRegistryServer startRegistry() {
        RegistryServerSettings local = RegistryServerSettings.local(
                broker.bootstrapServers(), settings.ports().registry());
        return parts.add("schema registry", SchemaRegistryServer.start(local));
    }

    private void makeTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicSetup(admin, StandaloneSettings.PARTITIONS, 1).ensure(Topics.ALL);
        }
    }

    private RunningTopologies startTopologies() {
        RunnerSettings runner = new RunnerSettings(
                broker.bootstrapServers(),
                settings.data().resolve("topologies"),
                "standalone",
                1,
                StandaloneSettings.PARTITIONS,
                1,
                RunnerSettings.COMMIT_INTERVAL);
        return parts.add("topologies", RunningTopologies.start(AllTopologies.with(keys.process()), runner, serdes));
    }

    /** One more edge over the same log; its port, 0 for a free one. */
    public Edge addEdge(int port) {
        return addEdge(port, Clock.systemUTC());
    }

    /** The same as if its host had this clock. */
    public Edge addEdge(int port, Clock host) {
        Edge edge = parts.add("edge", Edge.start(edgeSettings(port), host));
        edges.add(edge);
        return edge;
    }

    private EdgeSettings edgeSettings(int port) {
        Endpoints.Login reader = clickHouse.access().reader();
        EdgeSettingsBuilder edge = EdgeSettings.of(
                        broker.bootstrapServers(),
                        registry.url(),
                        keys.process(),
                        keys.token().toJSONString())
                .listeningOn(HOST, port)
                .registeringSchemas()
                .withPublicShowcase()
                .withTestCards()
                .withWebhookSecret(keys.webhookSecret())
                .withIdentityProvider(() -> URI.create(gateway.url()), keys.gatewayLogin())
                .withAnalytics(URI.create(clickHouse.access().url()), reader.user(), reader.password())
                .keepingRostersIn(settings.data().resolve("rosters"));
        settings.trustedIssuers().forEach(edge::trusting);
        return edge.build();
    }

    private AnalyticsSink startSink() {
        new Migrations(clickHouse.writer()).apply();
        SinkSettings reading = SinkSettings.of(broker.bootstrapServers()).withInstance("standalone");
        Pseudonyms pseudonyms = new Pseudonyms(keys.process());
        AnalyticsSink fresh = new AnalyticsSink(
                reading,
                serdes,
                pseudonyms::of,
                new ClickHouseInserter(clickHouse.writer()),
                new ClickHouseStoredEvents(clickHouse.writer()));
        fresh.start();
        return parts.add("analytics sink", fresh);
    }

    private Gateway startGateway() {
        GatewayOptions options = new GatewayOptions(
                settings.data().resolve("gateway"),
                settings.ports().gateway(),
                keys.gatewayLogin(),
                url(edges.getFirst()) + "/api/payments/webhook",
                keys.webhookSecret());
        return parts.add("simulated gateway", Gateway.start(options));
    }

    private PaymentsWorker startPayments() {
        SimulatedGateway client =
                parts.add("gateway client", new SimulatedGateway(URI.create(gateway.url()), keys.gatewayLogin()));
        return parts.add(
                "payments", PaymentsWorker.start(reading(PaymentsWorker.GROUP), serdes, keys.process(), client));
    }

    private MessagesWorker startMessages() {
        SimulatedProvider client =
                parts.add("messages client", new SimulatedProvider(URI.create(gateway.url()), keys.gatewayLogin()));
        return parts.add(
                "messages", MessagesWorker.start(reading(MessagesWorker.GROUP), serdes, keys.process(), client));
    }

    private WorkerSettings reading(String group) {
        return WorkerSettings.of(broker.bootstrapServers(), group).withInstance("standalone");
    }

    private void awaitReady() {
        Instant deadline = Instant.now().plus(PATIENCE);
        for (List<String> missing = missing(); !missing.isEmpty(); missing = missing()) {
            parts.requireWanted();
            if (Instant.now().isAfter(deadline)) {
                throw new ToldToUser("not ready after " + PATIENCE.toSeconds() + " s: " + String.join("; ", missing)
                        + "; the log is " + settings.data().resolve("onsale.log"));
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /** What is not ready, in words; empty where everything is. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>(topologies.troubles());
        edges.stream().map(Edge::missing).forEach(missing::addAll);
        if (!sink.ready()) {
            missing.add("analytics sink");
        }
        missing.addAll(payments.troubles());
        missing.addAll(messages.troubles());
        return missing;
    }

    public Endpoints endpoints() {
        return new Endpoints(
                url(edges.getFirst()),
                broker.bootstrapServers(),
                registry.url(),
                clickHouse.access(),
                new Endpoints.Gateway(gateway.url(), keys.gatewayLogin()),
                ProcessHandle.current().pid());
    }

    /** Where an edge listens. */
    public static String url(Edge edge) {
        return "http://" + HOST + ":" + edge.port();
    }

    /** The registry, for those who want to see what happens without it. */
    public SchemaRegistryServer registry() {
        return registry;
    }

    public StandaloneSettings settings() {
        return settings;
    }

    public StartTimes startTimes() {
        return times;
    }

    /** Stops the parts, those that need others first; nothing acknowledged is lost. */
    @Override
    public void close() {
        parts.close();
    }
}
