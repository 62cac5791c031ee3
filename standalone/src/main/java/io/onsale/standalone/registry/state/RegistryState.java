package io.onsale.standalone.registry.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.schemas.compatibility.CompatibilityLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything the registry's log says so far; not safe for threads of itself. */
public final class RegistryState {
    /**
     * A subject nobody sees, whose only version remembers the highest id ever given: compaction may forget the version
     * that had it, but an id must never come to mean another schema.
     */
    public static final String ID_FLOOR = "__ID_FLOOR";

    private final NavigableMap<String, NavigableMap<Integer, SchemaVersion>> subjects = new TreeMap<>();
    private final Map<Integer, Content> contents = new HashMap<>();
    private final Map<Content, Integer> ids = new HashMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private final Map<String, Mode> modes = new HashMap<>();
    private CompatibilityLevel globalLevel = CompatibilityLevel.BACKWARD;
    private Mode globalMode = Mode.READWRITE;
    private int highestId;

    /** Takes one record of the log into account; kinds that are not known are passed over. */
    public void apply(LogRecord entry) {
        JsonNode key = entry.key();
        @Nullable
        String subject = key.path("subject").isTextual() ? key.path("subject").asText() : null;
        @Nullable JsonNode value = entry.value();
        switch (key.path("keytype").asText()) {
            case "SCHEMA" ->
                applySchema(key.path("subject").asText(), key.path("version").asInt(), value);
            case "DELETE_SUBJECT" -> applySubjectDeleted(key.path("subject").asText(), value);
            case "CONFIG" -> applyLevel(subject, value);
            case "MODE" -> applyMode(subject, value);
            default -> {}
        }
    }

    /** A subject's versions in order, deleted ones included. */
    public List<SchemaVersion> versions(String subject) {
        NavigableMap<Integer, SchemaVersion> versions = subjects.get(subject);
        return versions == null ? List.of() : List.copyOf(versions.values());
    }

    public List<SchemaVersion> liveVersions(String subject) {
        return versions(subject).stream().filter(SchemaVersion::isLive).toList();
    }

    /** Every version of every subject, deleted ones included. */
    public Stream<SchemaVersion> all() {
        return subjects.values().stream().flatMap(versions -> versions.values().stream());
    }

    public SortedSet<String> subjects(boolean alsoDeleted) {
        SortedSet<String> names = new TreeSet<>();
        all().filter(version -> alsoDeleted || version.isLive()).forEach(version -> names.add(version.subject()));
        return names;
    }

    public Optional<Content> content(int id) {
        return Optional.ofNullable(contents.get(id));
    }

    public Optional<Integer> id(Content content) {
        return Optional.ofNullable(ids.get(content));
    }

    public int highestId() {
        return highestId;
    }

    public CompatibilityLevel globalLevel() {
        return globalLevel;
    }

    public Optional<CompatibilityLevel> level(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    public Mode globalMode() {
        return globalMode;
    }

    public Optional<Mode> mode(String subject) {
        return Optional.ofNullable(modes.get(subject));
    }

    private void applySchema(String subject, int version, @Nullable JsonNode value) {
        if (value == null) {
            forget(subject, version);
            return;
        }
        int id = value.path("id").asInt();
        highestId = Math.max(highestId, id);
        if (subject.equals(ID_FLOOR)) {
            return;
        }
        Content content = new Content(value.path("schema").asText(), references(value));
        SchemaVersion stored = new SchemaVersion(
                subject, version, id, content, value.path("deleted").asBoolean());
        subjects.computeIfAbsent(subject, name -> new TreeMap<>()).put(version, stored);
        contents.put(id, content);
        ids.putIfAbsent(content, id);
    }

    private static List<Reference> references(JsonNode value) {
        List<Reference> references = new ArrayList<>();
        for (JsonNode reference : value.path("references")) {
            references.add(new Reference(
                    reference.path("name").asText(),
                    reference.path("subject").asText(),
                    reference.path("version").asInt()));
        }
        return references;
    }

    private void forget(String subject, int version) {
        NavigableMap<Integer, SchemaVersion> versions = subjects.get(subject);
        SchemaVersion gone = versions == null ? null : versions.remove(version);
        if (versions == null || gone == null) {
            return;
        }
        if (versions.isEmpty()) {
            subjects.remove(subject);
        }
        if (all().noneMatch(other -> other.id() == gone.id())) {
            contents.remove(gone.id());
            ids.remove(gone.content(), gone.id());
        }
    }

    private void applySubjectDeleted(String subject, @Nullable JsonNode value) {
        NavigableMap<Integer, SchemaVersion> versions = subjects.get(subject);
        if (value != null && versions != null) {
            versions.headMap(value.path("version").asInt(), true).replaceAll((number, version) -> version.asDeleted());
        }
    }

    private void applyLevel(@Nullable String subject, @Nullable JsonNode value) {
        CompatibilityLevel level = value == null
                ? null
                : CompatibilityLevel.valueOf(value.path("compatibilityLevel").asText());
        if (subject == null) {
            globalLevel = level == null ? CompatibilityLevel.BACKWARD : level;
        } else if (level == null) {
            levels.remove(subject);
        } else {
            levels.put(subject, level);
        }
    }

    private void applyMode(@Nullable String subject, @Nullable JsonNode value) {
        Mode mode = value == null ? null : Mode.valueOf(value.path("mode").asText());
        if (subject == null) {
            globalMode = mode == null ? Mode.READWRITE : mode;
        } else if (mode == null) {
            modes.remove(subject);
        } else {
            modes.put(subject, mode);
        }
    }
}
