package io.onsale.edge.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.privacy.WebhookSignature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<String> NOT_DOCUMENTED = Set.of("GET /favicon.svg");
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");

    private final JsonNode document = OpenApi.document();
    private final Schemas schemas = new Schemas(document);
    private final AllRoutes edge = new AllRoutes();

    @AfterAll
    void stop() {
        edge.close();
    }

    private record Operation(String method, String path, JsonNode item, JsonNode json) {
        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }

        List<JsonNode> parameters() {
            List<JsonNode> all = new ArrayList<>();
            item.path("parameters").forEach(all::add);
            json.path("parameters").forEach(all::add);
            return all;
        }
    }

    @Test
    void documentsEachRouteThatRunsAndNoOther() {
        Set<String> documented = operations().stream().map(Operation::toString).collect(Collectors.toSet());
        Set<String> running = edge.names().stream()
                .filter(route -> !NOT_DOCUMENTED.contains(route) && !isFileOfAPage(route))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).containsExactlyInAnyOrderElementsOf(running);
    }

    @Test
    void hasTheStructureOfOpenApi() {
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(document.path("openapi").asText()).startsWith("3.1.");
        Set<String> ids = new HashSet<>();
        Set<String> tags = new TreeSet<>(document.path("tags").findValuesAsText("name"));
        for (Operation operation : operations()) {
            JsonNode json = operation.json();
            softly.assertThat(ids.add(json.path("operationId").asText()))
                    .as(operation + " has an id of its own")
                    .isTrue();
            softly.assertThat(tags)
                    .as(operation + " has a known tag")
                    .contains(json.at("/tags/0").asText());
            softly.assertThat(json.path("summary").asText())
                    .as(operation + " has a summary")
                    .isNotBlank();
            softly.assertThat(json.path("security").isArray())
                    .as(operation + " says who may call it")
                    .isTrue();
            softly.assertThat(json.path("responses").properties().stream().map(Map.Entry::getKey))
                    .as(operation + " tells how it goes well")
                    .anyMatch(status -> status.startsWith("2"));
            json.path("responses")
                    .forEach(answer -> softly.assertThat(
                                    answer.path("description").asText())
                            .isNotBlank());
            softly.assertThat(names(operation))
                    .as(operation + " describes its path")
                    .containsAll(inPath(operation));
        }
        softly.assertAll();
    }

    @Test
    void refersToNothingThatIsMissing() {
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/components/");
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
        document.path("components").properties().stream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .forEach(kind -> kind.getValue()
                        .fieldNames()
                        .forEachRemaining(name -> assertThat(references)
                                .as("somebody uses " + name)
                                .contains("#/components/" + kind.getKey() + "/" + name)));
    }

    @Test
    void showsExamplesThatAreAsTheirSchemasWantThem() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode media : document.findValues("application/json")) {
            List<JsonNode> examples = new ArrayList<>();
            if (media.has("example")) {
                examples.add(media.get("example"));
            }
            media.path("examples").forEach(each -> examples.add(each.path("value")));
            examples.forEach(example -> softly.assertThat(schemas.complaints(media.path("schema"), example))
                    .as(example.toString())
                    .isEmpty());
        }
        for (JsonNode media : document.findValues("text/event-stream")) {
            JsonNode data = schemas.resolved(media.path("schema")).path("contentSchema");
            for (String line : media.path("example").asText().lines().toList()) {
                if (line.startsWith("data: ")) {
                    softly.assertThat(schemas.complaints(data, JSON.readTree(line.substring(6))))
                            .as(line)
                            .isEmpty();
                }
            }
        }
        JsonNode problem = document.at("/components/schemas/Problem");
        softly.assertThat(schemas.complaints(problem, problem.path("example"))).isEmpty();
        softly.assertAll();
    }

    @Test
    void showsBodiesThatTheEdgeAccepts() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Operation operation : operations()) {
                JsonNode body = operation.json().at("/requestBody/content/application~1json/example");
                if (!body.isMissingNode()) {
                    HttpResponse<String> answer =
                            client.send(request(operation, body), HttpResponse.BodyHandlers.ofString());
                    assertThat(JSON.readTree(answer.body()).path("code").asText())
                            .as(operation + " answers " + answer.body())
                            .isIn(
                                    AllRoutes.REACHED,
                                    "bad_credentials",
                                    "invalid_refresh_token",
                                    "unknown_account",
                                    "unknown_reservation",
                                    "account_required",
                                    // What a place's own token is needed for.
                                    "invalid_token");
                }
            }
        }
    }

    @Test
    void refusesBodiesThatLackWhatIsRequired() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Operation operation : operations()) {
                JsonNode media = operation.json().at("/requestBody/content/application~1json");
                for (JsonNode required : schemas.resolved(media.path("schema")).path("required")) {
                    ObjectNode body = media.path("example").deepCopy();
                    body.remove(required.asText());
                    HttpResponse<String> answer =
                            client.send(request(operation, body), HttpResponse.BodyHandlers.ofString());
                    assertThat(answer.statusCode())
                            .as(operation + " without " + required)
                            .isEqualTo(400);
                    assertThat(JSON.readTree(answer.body()).path("field").asText())
                            .isEqualTo(required.asText());
                }
            }
        }
    }

    private HttpRequest request(Operation operation, JsonNode body) {
        String path = operation.path().replace("{event_id}", "event-1").replaceAll("\\{[a-z_]+}", "event-1.one");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + edge.token(role(operation)))
                .header("Idempotency-Key", "key-1")
                .header(WebhookSignature.HEADER, edge.signed(body.toString()))
                .method(
                        operation.method().toUpperCase(Locale.ROOT),
                        HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static Role role(Operation operation) {
        return operation.path().startsWith("/api/accounts/") ? Role.OPERATOR : Role.ORGANIZER;
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> operations.add(
                                new Operation(member.getKey(), path.getKey(), path.getValue(), member.getValue()))));
        return operations;
    }

    private Set<String> names(Operation operation) {
        return operation.parameters().stream()
                .map(schemas::resolved)
                .filter(parameter -> parameter.path("in").asText().equals("path"))
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toSet());
    }

    private static List<String> inPath(Operation operation) {
        return PARAMETER
                .matcher(operation.path())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean isFileOfAPage(String route) {
        return route.startsWith("GET /pages/") || route.startsWith("GET /docs/");
    }
}
