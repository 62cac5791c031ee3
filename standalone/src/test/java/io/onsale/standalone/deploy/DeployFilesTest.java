package io.onsale.standalone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.schemas.admin.OffsetRetention;
import io.onsale.standalone.run.Variable;
import io.onsale.topologies.AllTopologies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class DeployFilesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern METRIC = Pattern.compile("\\b(onsale_[a-z_]+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)");
    private static final Set<String> VARIABLES =
            new HashSet<>(Arrays.stream(Variable.values()).map(Variable::name).toList());

    private final Map<String, JsonNode> services = services();

    @Test
    void composeRunsTheEdgeTheSinkAndEveryTopology() {
        List<String> commands = ours().stream()
                .map(service -> words(service.path("command")))
                .sorted()
                .toList();

        List<String> expected = Stream.concat(
                        Stream.of("run edge", "run sink", "run payments", "run messages", "run gateway"),
                        AllTopologies.names().stream().map(name -> "run topology " + name))
                .sorted()
                .toList();
        assertThat(commands).isEqualTo(expected);
    }

    @Test
    void composeSetsOnlyVariablesThatAreRead() {
        Set<String> set = new TreeSet<>();
        ours().forEach(service -> service.path("environment").fieldNames().forEachRemaining(set::add));

        assertThat(VARIABLES).containsAll(set);
    }

    @Test
    void composeSetsWhatEachProcessCannotDoWithout() {
        Set<Variable> log = Set.of(Variable.KAFKA_BOOTSTRAP_SERVERS, Variable.SCHEMA_REGISTRY_URL);
        services.forEach((name, service) -> {
            if (isOurs(service) && !name.equals("gateway")) {
                assertSet(service, log);
            }
        });
        Set<Variable> company =
                Set.of(Variable.ONSALE_PROCESS_KEY, Variable.ONSALE_GATEWAY_URL, Variable.ONSALE_GATEWAY_KEY);
        assertSet(service("payments"), company);
        assertSet(service("messages"), company);
        assertSet(
                service("gateway"),
                Set.of(Variable.ONSALE_GATEWAY_KEY, Variable.ONSALE_GATEWAY_SECRET, Variable.ONSALE_WEBHOOK_URL));
        assertSet(service("edge"), Set.of(Variable.ONSALE_GATEWAY_SECRET));
        assertSet(
                service("edge"),
                Set.of(Variable.ONSALE_PROCESS_KEY, Variable.ONSALE_TOKEN_KEY, Variable.CLICKHOUSE_URL));
        assertSet(service("edge"), Set.of(Variable.CLICKHOUSE_READER_PASSWORD));
        assertSet(
                service("sink"),
                Set.of(Variable.ONSALE_PROCESS_KEY, Variable.CLICKHOUSE_URL, Variable.CLICKHOUSE_PASSWORD));
    }

    @Test
    void composesBrokerForgetsNoOffsets() {
        assertThat(service("kafka")
                        .path("environment")
                        .path("KAFKA_OFFSETS_RETENTION_MINUTES")
                        .asText())
                .isEqualTo(Integer.toString(OffsetRetention.LONGEST_MINUTES));
    }

    @Test
    void everyPathComposeMountsExists() {
        List<String> mounted = services.values().stream()
                .flatMap(service -> stream(service.path("volumes")))
                .map(volume -> volume.asText().split(":", -1)[0])
                .filter(path -> path.startsWith("./"))
                .toList();

        assertThat(mounted)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
    }

    @Test
    void everyServiceThatIsWaitedForExistsAndHasAHealthCheck() {
        services.values()
                .forEach(service -> service.path("depends_on")
                        .fieldNames()
                        .forEachRemaining(name -> assertThat(service(name).has("healthcheck"))
                                .as(name)
                                .isTrue()));
    }

    @Test
    void everyPlaceholderIsInTheExampleEnvironment() {
        Set<String> asked = matches(PLACEHOLDER, read("docker-compose.yml"));
        Set<String> given = matches(Pattern.compile("(?m)^([A-Z_]+)="), read("deploy/example.env"));

        assertThat(given).isEqualTo(asked);
    }

    @Test
    void clickHouseTakesPasswordsThatComposeGivesIt() {
        Set<String> asked = matches(Pattern.compile("from_env=\"([A-Z_]+)\""), read("deploy/clickhouse/users.xml"));
        Set<String> given = new HashSet<>();
        service("clickhouse").path("environment").fieldNames().forEachRemaining(given::add);

        assertThat(given).containsAll(asked);
    }

    @Test
    void prometheusScrapesEveryProcessWhereItListens() {
        Set<String> scraped = new TreeSet<>();
        yaml("deploy/prometheus/prometheus.yml")
                .path("scrape_configs")
                .findValues("targets")
                .forEach(targets -> targets.forEach(target -> scraped.add(target.asText())));

        Set<String> listening = new TreeSet<>();
        services.forEach((name, service) -> {
            if (isOurs(service)) {
                listening.add(name + ":"
                        + service.path("environment").path("ONSALE_PORT").asText());
            }
        });
        assertThat(scraped).isEqualTo(listening);
    }

    @Test
    void clickHouseHasNoUserWithoutAPassword() {
        assertThat(read("deploy/clickhouse/users.xml")).contains("<default remove=\"remove\"/>");
    }

    @Test
    void secretsOfADeploymentStayOutOfTheRepositoryAndTheImage() {
        assertThat(read(".gitignore").lines()).contains(".env");
        assertThat(read(".dockerignore").lines()).contains(".env");
    }

    @Test
    void alertsAndDashboardsAskForMetricsThatThereAre() throws IOException {
        Set<String> asked = matches(METRIC, read("deploy/prometheus/alerts.yml"));
        asked.addAll(matches(METRIC, read("deploy/grafana/dashboards/onsale.json")));

        assertThat(registered()).isNotEmpty().containsAll(asked);
    }

    /** Names of metrics as they are written where they are registered. */
    private static Set<String> registered() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : List.of("analytics-sql", "edge-api", "payments", "standalone", "topologies")) {
            try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path source : sources.filter(path -> path.toString().endsWith("Metrics.java"))
                        .toList()) {
                    names.addAll(matches(METRIC, Files.readString(source)));
                }
            }
        }
        return names;
    }

    @Test
    void prometheusFindsItsRules() {
        yaml("deploy/prometheus/prometheus.yml")
                .path("rule_files")
                .forEach(file -> assertThat(
                                yaml("deploy/prometheus/" + file.asText()).path("groups"))
                        .isNotEmpty());
    }

    @Test
    void grafanaIsGivenDashboardsOnTheDataSourceItHas() throws IOException {
        String source = yaml("deploy/grafana/provisioning/datasources/prometheus.yml")
                .at("/datasources/0/name")
                .asText();
        try (Stream<Path> dashboards = Files.list(ROOT.resolve("deploy/grafana/dashboards"))) {
            assertThat(dashboards.toList()).isNotEmpty().allSatisfy(file -> {
                JsonNode dashboard = new ObjectMapper().readTree(file.toFile());
                assertThat(dashboard.path("panels"))
                        .isNotEmpty()
                        .allSatisfy(panel ->
                                assertThat(panel.path("datasource").asText()).isEqualTo(source));
            });
        }
    }

    private void assertSet(JsonNode service, Set<Variable> needed) {
        Set<String> set = new HashSet<>();
        service.path("environment").fieldNames().forEachRemaining(set::add);
        assertThat(set).containsAll(needed.stream().map(Variable::name).toList());
    }

    private List<JsonNode> ours() {
        return services.values().stream().filter(DeployFilesTest::isOurs).toList();
    }

    private static boolean isOurs(JsonNode service) {
        return service.path("image").asText().startsWith("onsale:");
    }

    private JsonNode service(String name) {
        return Objects.requireNonNull(services.get(name), "no service " + name);
    }

    private static Map<String, JsonNode> services() {
        Map<String, JsonNode> services = new TreeMap<>();
        yaml("docker-compose.yml")
                .path("services")
                .properties()
                .forEach(entry -> services.put(entry.getKey(), entry.getValue()));
        return services;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return Stream.iterate(0, index -> index < array.size(), index -> index + 1)
                .map(array::get);
    }

    private static String words(JsonNode command) {
        return String.join(" ", stream(command).map(JsonNode::asText).toList());
    }

    private static Set<String> matches(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** With anchors resolved and merged, as compose sees it. */
    private static JsonNode yaml(String path) {
        return new ObjectMapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(read(path)));
    }

    private static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
