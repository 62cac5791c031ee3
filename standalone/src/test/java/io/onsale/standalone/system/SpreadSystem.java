package io.onsale.standalone.system;

import io.onsale.edge.auth.TokenMinter;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.standalone.Keys;
import io.onsale.standalone.audit.Audit;
import io.onsale.standalone.audit.AuditReport;
import io.onsale.standalone.audit.AuditSettings;
import io.onsale.standalone.clickhouse.ClickHouseEngine;
import io.onsale.standalone.clickhouse.EngineOptions;
import io.onsale.standalone.crowd.FanTokens;
import io.onsale.standalone.run.Variable;
import io.onsale.topologies.AllTopologies;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A system as production has it: every part a process of its own that knows the others from its environment alone. */
final class SpreadSystem implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LIFE_OF_TOKENS = Duration.ofMinutes(30);
    private static final List<String> ALONE = List.of("inventory", "checkout");

    private final Path folder;
    private final Keys keys;
    private final Iterator<Integer> ports;
    private final int kafkaPort;
    private final String kafka;
    private final int registryPort;
    private final String registry;
    private final ClickHouseEngine clickHouse;
    private final Map<Variable, String> shared = new EnumMap<>(Variable.class);
    private final List<Part> parts = new ArrayList<>();
    private final List<URI> edges = new ArrayList<>();

    private SpreadSystem(Path folder) throws IOException {
        this.folder = folder;
        this.keys = Keys.of(folder);
        this.ports = ChildSystem.freePorts(20).iterator();
        this.kafkaPort = ports.next();
        this.kafka = "127.0.0.1:" + kafkaPort;
        this.registryPort = ports.next();
        this.registry = local(registryPort);
        this.clickHouse =
                ClickHouseEngine.start(EngineOptions.at(folder.resolve("clickhouse"), 0), System.out::println);
    }

    /** Starts all parts and returns when they are ready. */
    static SpreadSystem start(Path folder) throws IOException {
        SpreadSystem system = new SpreadSystem(folder);
        try {
            system.launch();
            return system;
        } catch (IOException | RuntimeException | Error e) {
            system.close();
            throw e;
        }
    }

    private void launch() throws IOException {
        int firstEdge = ports.next();
        int gateway = ports.next();
        share(local(gateway), local(firstEdge) + "/api/payments/webhook");
        parts.add(Part.of(
                "log",
                List.of(LogMain.class.getName(), folder.resolve("kafka").toString(), Integer.toString(kafkaPort)),
                environment("log", registryPort),
                List.of(URI.create(registry + "/subjects")),
                folder));
        awaitReady();
        run("gateway", List.of("gateway"), gateway);
        for (String name : ALONE) {
            run(name, List.of("topology", name), ports.next());
        }
        parts.add(otherTopologies());
        edge("edge-1", firstEdge);
        edge("edge-2", ports.next());
        for (String name : List.of("payments", "messages", "sink")) {
            run(name, List.of(name), ports.next());
        }
        awaitReady();
    }

    private void share(String gateway, String webhooks) {
        shared.put(Variable.KAFKA_BOOTSTRAP_SERVERS, kafka);
        shared.put(Variable.SCHEMA_REGISTRY_URL, registry);
        shared.put(Variable.CLICKHOUSE_URL, clickHouse.url());
        shared.put(Variable.CLICKHOUSE_USER, clickHouse.writer().user());
        shared.put(Variable.CLICKHOUSE_PASSWORD, clickHouse.writer().password());
        shared.put(Variable.CLICKHOUSE_READER_USER, clickHouse.reader().user());
        shared.put(Variable.CLICKHOUSE_READER_PASSWORD, clickHouse.reader().password());
        shared.put(Variable.ONSALE_PROCESS_KEY, keys.process().toBase64());
        shared.put(Variable.ONSALE_TOKEN_KEY, keys.token().toJSONString());
        shared.put(Variable.ONSALE_GATEWAY_URL, gateway);
        shared.put(Variable.ONSALE_GATEWAY_KEY, keys.gatewayLogin());
        shared.put(Variable.ONSALE_GATEWAY_SECRET, keys.webhookSecret());
        shared.put(Variable.ONSALE_WEBHOOK_URL, webhooks);
        shared.put(Variable.ONSALE_BIND, "127.0.0.1");
        shared.put(Variable.ONSALE_EDGES, "2");
        shared.put(Variable.ONSALE_PARTITIONS, "4");
        shared.put(Variable.ONSALE_REPLICATION, "1");
        shared.put(Variable.ONSALE_THREADS, "1");
        shared.put(Variable.ONSALE_STATE_DIR, folder.resolve("state").toString());
    }

    private Map<String, String> environment(String instance, int port) {
        Map<String, String> environment = new HashMap<>();
        shared.forEach((variable, value) -> environment.put(variable.name(), value));
        environment.put(Variable.ONSALE_INSTANCE.name(), instance);
        environment.put(Variable.ONSALE_PORT.name(), Integer.toString(port));
        return environment;
    }

    private void run(String name, List<String> arguments, int port) throws IOException {
        parts.add(Part.run(name, arguments, environment(name, port), port, folder));
    }

    private void edge(String name, int port) throws IOException {
        run(name, List.of("edge"), port);
        edges.add(URI.create(local(port)));
    }

    private Part otherTopologies() throws IOException {
        List<String> main = new ArrayList<>(List.of(TopologiesMain.class.getName()));
        List<URI> readiness = new ArrayList<>();
        for (String name : AllTopologies.names()) {
            if (!ALONE.contains(name)) {
                int port = ports.next();
                main.addAll(List.of(name, Integer.toString(port)));
                readiness.add(Part.ready(port));
            }
        }
        return Part.of("other-topologies", main, environment("other-topologies", 0), readiness, folder);
    }

    private static String local(int port) {
        return "http://127.0.0.1:" + port;
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    List<URI> edges() {
        return List.copyOf(edges);
    }

    /** Tokens as these edges give them out. */
    FanTokens tokens() {
        TokenMinter minter = new TokenMinter("onsale", keys.token().toJSONString(), LIFE_OF_TOKENS, Clock.systemUTC());
        return fan -> minter.mint(fan, Role.FAN, UUID.randomUUID().toString());
    }

    /** Waits until every part is ready, and tells how long that took. */
    Duration awaitReady() {
        long from = System.nanoTime();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> parts.stream().allMatch(Part::isReady));
        return Duration.ofNanos(System.nanoTime() - from);
    }

    OrderBooks orders() {
        return new OrderBooks(kafka, registry());
    }

    GatewayBooks gateway() {
        return GatewayBooks.of(folder.resolve("state/gateway/journal.jsonl"));
    }

    AuditReport audit(Path answers) {
        return Audit.run(AuditSettings.of(kafka, registry())
                .withAnswers(answers)
                .withRestarts(true)
                .withPatience(PATIENCE)
                .withClickHouse(
                        URI.create(clickHouse.url()),
                        clickHouse.reader().user(),
                        clickHouse.reader().password()));
    }

    private RegistrySettings registry() {
        return RegistrySettings.of(registry);
    }

    @Override
    public void close() {
        parts.forEach(Part::close);
        clickHouse.close();
    }
}
