package io.onsale.standalone.registry.http;

import io.onsale.standalone.registry.rules.Deleting;
import io.onsale.standalone.registry.rules.Registering;
import io.onsale.standalone.registry.rules.Subjects;
import io.onsale.standalone.registry.state.SchemaVersion;
import io.onsale.standalone.registry.store.SchemaLog;
import java.util.List;
import java.util.Map;

/** Everything under {@code /subjects} and {@code /compatibility}. */
final class SubjectRoutes {
    private static final String SUBJECT = "/subjects/{}";
    private static final String VERSIONS = SUBJECT + "/versions";
    private static final String VERSION = VERSIONS + "/{}";

    private final SchemaLog log;

    SubjectRoutes(SchemaLog log) {
        this.log = log;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/subjects", this::subjects);
        routes.on("POST", SUBJECT, this::lookUp);
        routes.on("DELETE", SUBJECT, this::deleteSubject);
        routes.on("GET", VERSIONS, this::versions);
        routes.on("POST", VERSIONS, this::register);
        routes.on("GET", VERSION, request -> Answers.version(version(request)));
        routes.on("DELETE", VERSION, this::deleteVersion);
        routes.on(
                "GET",
                VERSION + "/schema",
                request -> version(request).content().schema());
        routes.on("GET", VERSION + "/referencedby", this::referencedBy);
        routes.on("POST", "/compatibility" + VERSIONS, this::compatibleWithAll);
        routes.on("POST", "/compatibility" + VERSION, this::compatibleWithOne);
    }

    private Object subjects(Request request) {
        String prefix = request.text("subjectPrefix");
        boolean onlyDeleted = request.flag("deletedOnly");
        return log.read(state -> state.subjects(onlyDeleted || request.flag("deleted")).stream()
                .filter(subject -> subject.startsWith(prefix))
                .filter(subject -> !onlyDeleted || state.liveVersions(subject).isEmpty())
                .toList());
    }

    private Object versions(Request request) {
        boolean onlyDeleted = request.flag("deletedOnly");
        boolean alsoDeleted = onlyDeleted || request.flag("deleted");
        return log.read(state -> Subjects.versions(state, request.variable(0), alsoDeleted).stream()
                .filter(version -> !onlyDeleted || version.deleted())
                .map(SchemaVersion::version)
                .toList());
    }

    private SchemaVersion version(Request request) {
        return log.readLatest(
                state -> Subjects.version(state, request.variable(0), request.variable(1), request.flag("deleted")));
    }

    private Object register(Request request) {
        SchemaVersion registered =
                log.change(state -> Registering.register(state, request.variable(0), request.schema()));
        return Map.of("id", registered.id(), "version", registered.version());
    }

    private Object lookUp(Request request) {
        return Answers.version(log.readLatest(
                state -> Registering.lookUp(state, request.variable(0), request.schema(), request.flag("deleted"))));
    }

    private Object deleteSubject(Request request) {
        return log.change(state -> Deleting.subject(state, request.variable(0), request.flag("permanent")));
    }

    private Object deleteVersion(Request request) {
        return log.change(
                state -> Deleting.version(state, request.variable(0), request.variable(1), request.flag("permanent")));
    }

    private Object referencedBy(Request request) {
        return log.read(state -> {
            SchemaVersion version = Subjects.version(state, request.variable(0), request.variable(1), true);
            return Subjects.referrers(state, version).stream()
                    .map(SchemaVersion::id)
                    .distinct()
                    .toList();
        });
    }

    private Object compatibleWithAll(Request request) {
        return verdict(
                request, log.readLatest(state -> Registering.problems(state, request.variable(0), request.schema())));
    }

    private Object compatibleWithOne(Request request) {
        return verdict(
                request,
                log.readLatest(state ->
                        Registering.problems(state, request.variable(0), request.schema(), request.variable(1))));
    }

    private static Object verdict(Request request, List<String> problems) {
        return request.flag("verbose")
                ? Map.of("is_compatible", problems.isEmpty(), "messages", problems)
                : Map.of("is_compatible", problems.isEmpty());
    }
}
