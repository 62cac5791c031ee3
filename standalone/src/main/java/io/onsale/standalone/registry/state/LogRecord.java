package io.onsale.standalone.registry.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.schemas.compatibility.CompatibilityLevel;
import org.jspecify.annotations.Nullable;

/**
 * A record of the {@code _schemas} topic, as Confluent's registry writes it.
 *
 * @param value null where the key is forgotten
 */
public record LogRecord(JsonNode key, @Nullable JsonNode value) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A version as it is from now on. */
    public static LogRecord of(SchemaVersion version) {
        ObjectNode value = JSON.createObjectNode()
                .put("subject", version.subject())
                .put("version", version.version())
                .put("id", version.id());
        if (!version.content().references().isEmpty()) {
            ArrayNode references = value.putArray("references");
            for (Reference reference : version.content().references()) {
                references
                        .addObject()
                        .put("name", reference.name())
                        .put("subject", reference.subject())
                        .put("version", reference.version());
            }
        }
        value.put("schema", version.content().schema()).put("deleted", version.deleted());
        return new LogRecord(schemaKey(version), value);
    }

    /** A version that never was. */
    public static LogRecord forgotten(SchemaVersion version) {
        return new LogRecord(schemaKey(version), null);
    }

    /** All versions up to this one are deleted. */
    public static LogRecord subjectDeleted(String subject, int lastVersion) {
        ObjectNode value = JSON.createObjectNode().put("subject", subject).put("version", lastVersion);
        return new LogRecord(subjectKey("DELETE_SUBJECT", subject), value);
    }

    public static LogRecord subjectForgotten(String subject) {
        return new LogRecord(subjectKey("DELETE_SUBJECT", subject), null);
    }

    /** The level of a subject, or of all where the subject is null; no level means the default again. */
    public static LogRecord level(@Nullable String subject, @Nullable CompatibilityLevel level) {
        ObjectNode value = level == null ? null : JSON.createObjectNode().put("compatibilityLevel", level.name());
        return new LogRecord(subjectKey("CONFIG", subject), value);
    }

    /** The mode of a subject, or of all where the subject is null; no mode means the default again. */
    public static LogRecord mode(@Nullable String subject, @Nullable Mode mode) {
        ObjectNode value = mode == null ? null : JSON.createObjectNode().put("mode", mode.name());
        return new LogRecord(subjectKey("MODE", subject), value);
    }

    private static JsonNode schemaKey(SchemaVersion version) {
        return JSON.createObjectNode()
                .put("keytype", "SCHEMA")
                .put("subject", version.subject())
                .put("version", version.version())
                .put("magic", 1);
    }

    private static JsonNode subjectKey(String type, @Nullable String subject) {
        return JSON.createObjectNode()
                .put("keytype", type)
                .put("subject", subject)
                .put("magic", 0);
    }
}
