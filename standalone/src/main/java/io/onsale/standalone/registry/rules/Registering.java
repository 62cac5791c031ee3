package io.onsale.standalone.registry.rules;

import io.onsale.schemas.compatibility.Compatibility;
import io.onsale.schemas.compatibility.CompatibilityLevel;
import io.onsale.standalone.registry.state.Content;
import io.onsale.standalone.registry.state.LogRecord;
import io.onsale.standalone.registry.state.Mode;
import io.onsale.standalone.registry.state.RegistryState;
import io.onsale.standalone.registry.state.SchemaVersion;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** Adding versions to subjects, and asking what would happen. */
public final class Registering {
    private Registering() {}

    /** Adds a version unless the subject has the schema already. */
    public static Change<SchemaVersion> register(RegistryState state, String subject, SchemaRequest request) {
        Subjects.requireValid(subject);
        Content content = SchemaReader.content(state, request);
        Optional<SchemaVersion> existing = find(state.liveVersions(subject), content);
        if (existing.isPresent()
                && (request.id() < 0 || request.id() == existing.get().id())) {
            return Change.nothing(existing.get());
        }
        Mode mode = Modes.effective(state, subject);
        if (mode.isReadOnly()) {
            throw RegistryError.notPermitted("Subject " + subject + " is in read-only mode");
        }
        SchemaVersion added = mode == Mode.IMPORT
                ? imported(state, subject, request, content)
                : next(state, subject, request, content);
        return new Change<>(List.of(LogRecord.of(added)), added);
    }

    /** The version of a subject that has the schema. */
    public static SchemaVersion lookUp(
            RegistryState state, String subject, SchemaRequest request, boolean alsoDeleted) {
        List<SchemaVersion> versions = Subjects.versions(state, subject, alsoDeleted);
        Content content = SchemaReader.content(state, request);
        return find(versions, content).orElseThrow(RegistryError::schemaNotFound);
    }

    /** What speaks against the schema as the next version, judged against all versions that count. */
    public static List<String> problems(RegistryState state, String subject, SchemaRequest request) {
        return problems(state, subject, SchemaReader.content(state, request), state.liveVersions(subject));
    }

    /** What speaks against the schema after one version. */
    public static List<String> problems(RegistryState state, String subject, SchemaRequest request, String version) {
        Content content = SchemaReader.content(state, request);
        if (Subjects.number(version) == -1 && state.liveVersions(subject).isEmpty()) {
            return List.of();
        }
        return problems(state, subject, content, List.of(Subjects.version(state, subject, version, false)));
    }

    private static SchemaVersion next(RegistryState state, String subject, SchemaRequest request, Content content) {
        if (request.id() >= 0) {
            throw RegistryError.notPermitted("Subject " + subject + " is not in import mode");
        }
        List<String> problems = problems(state, subject, content, state.liveVersions(subject));
        if (!problems.isEmpty()) {
            throw RegistryError.incompatible(subject, problems);
        }
        int id = state.id(content).orElse(state.highestId() + 1);
        return new SchemaVersion(subject, nextVersion(state, subject), id, content, false);
    }

    private static SchemaVersion imported(RegistryState state, String subject, SchemaRequest request, Content content) {
        if (request.id() < 1) {
            throw RegistryError.notPermitted("Subject " + subject + " is in import mode");
        }
        if (state.content(request.id()).filter(other -> !other.equals(content)).isPresent()) {
            throw RegistryError.notPermitted("Overwrite new schema with id " + request.id() + " is not permitted.");
        }
        int version = request.version() > 0 ? request.version() : nextVersion(state, subject);
        if (state.liveVersions(subject).stream().anyMatch(other -> other.version() == version)) {
            throw RegistryError.notPermitted(
                    "Overwrite version " + version + " of subject " + subject + " is not permitted.");
        }
        return new SchemaVersion(subject, version, request.id(), content, false);
    }

    private static int nextVersion(RegistryState state, String subject) {
        List<SchemaVersion> versions = state.versions(subject);
        return versions.isEmpty() ? 1 : versions.getLast().version() + 1;
    }

    private static Optional<SchemaVersion> find(List<SchemaVersion> versions, Content content) {
        return versions.reversed().stream()
                .filter(version -> version.content().equals(content))
                .findFirst();
    }

    private static List<String> problems(
            RegistryState state, String subject, Content content, List<SchemaVersion> versions) {
        CompatibilityLevel level = state.level(subject).orElse(state.globalLevel());
        List<Schema> earlier = versions.stream()
                .map(version -> SchemaReader.schema(state, version.content()))
                .toList();
        return Compatibility.AVRO.problems(level, SchemaReader.schema(state, content), earlier);
    }
}
