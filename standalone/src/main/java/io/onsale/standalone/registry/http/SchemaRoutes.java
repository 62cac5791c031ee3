package io.onsale.standalone.registry.http;

import io.onsale.standalone.registry.rules.Subjects;
import io.onsale.standalone.registry.state.Content;
import io.onsale.standalone.registry.state.RegistryState;
import io.onsale.standalone.registry.state.SchemaVersion;
import io.onsale.standalone.registry.store.SchemaLog;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything under {@code /schemas}, and what the registry says about itself. */
final class SchemaRoutes {
    private static final String BY_ID = "/schemas/ids/{}";

    private final SchemaLog log;

    SchemaRoutes(SchemaLog log) {
        this.log = log;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/", request -> Map.of());
        routes.on("GET", "/contexts", request -> List.of("."));
        routes.on("GET", "/schemas/types", request -> List.of("AVRO"));
        routes.on("GET", "/schemas", this::schemas);
        routes.on("GET", BY_ID, this::byId);
        routes.on("GET", BY_ID + "/schema", request -> content(request).schema());
        routes.on("GET", BY_ID + "/subjects", this::subjects);
        routes.on("GET", BY_ID + "/versions", this::versions);
        routes.on("GET", "/v1/metadata/id", request -> metadata());
        routes.on("GET", "/v1/metadata/version", request -> Map.of("version", "onsale", "commitId", ""));
    }

    private Object schemas(Request request) {
        String prefix = request.text("subjectPrefix");
        int offset = Math.max(0, request.number("offset", 0));
        int limit = request.number("limit", -1);
        return log.read(state -> {
            Stream<SchemaVersion> found = state.all()
                    .filter(version -> version.subject().startsWith(prefix))
                    .filter(version -> request.flag("deleted") || version.isLive())
                    .filter(version -> !request.flag("latestOnly") || isLatest(state, version))
                    .skip(offset);
            return (limit < 0 ? found : found.limit(limit))
                    .map(Answers::version)
                    .toList();
        });
    }

    private static boolean isLatest(RegistryState state, SchemaVersion version) {
        List<SchemaVersion> live = state.liveVersions(version.subject());
        return !live.isEmpty() && live.getLast().equals(version);
    }

    private Object byId(Request request) {
        Map<String, Object> answer = Answers.content(content(request));
        if (request.flag("fetchMaxId")) {
            answer.put("maxId", log.read(RegistryState::highestId));
        }
        return answer;
    }

    /** Another process may have given an id that has not been read here yet, so a miss looks again. */
    private Content content(Request request) {
        int id = Subjects.id(request.variable(0));
        return log.read(state -> state.content(id))
                .orElseGet(() -> log.readLatest(state -> Subjects.content(state, id)));
    }

    private Object subjects(Request request) {
        return withId(request).stream().map(SchemaVersion::subject).distinct().toList();
    }

    private Object versions(Request request) {
        return withId(request).stream()
                .map(version -> Map.of("subject", version.subject(), "version", version.version()))
                .toList();
    }

    private List<SchemaVersion> withId(Request request) {
        int id = Subjects.id(request.variable(0));
        return log.readLatest(state -> {
            Subjects.content(state, id);
            return state.all()
                    .filter(version -> version.id() == id)
                    .filter(version -> request.flag("deleted") || version.isLive())
                    .toList();
        });
    }

    private static Object metadata() {
        Map<String, String> clusters = Map.of("kafka-cluster", "onsale", "schema-registry-cluster", "schema-registry");
        return Map.of("id", "", "scope", Map.of("path", List.of(), "clusters", clusters));
    }
}
