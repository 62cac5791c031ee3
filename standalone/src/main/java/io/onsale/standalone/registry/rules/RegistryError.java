package io.onsale.standalone.registry.rules;

import io.onsale.standalone.registry.state.SchemaVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal with the status, code and words that Confluent's registry would give. */
public final class RegistryError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    public RegistryError(int status, int code, String message) {
        this(status, code, message, null);
    }

    private RegistryError(int status, int code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    static RegistryError subjectNotFound(String subject) {
        return new RegistryError(404, 40401, "Subject '" + subject + "' not found.");
    }

    static RegistryError versionNotFound(int version) {
        return new RegistryError(404, 40402, "Version " + version + " not found.");
    }

    static RegistryError schemaNotFound() {
        return new RegistryError(404, 40403, "Schema not found");
    }

    static RegistryError schemaNotFound(int id) {
        return new RegistryError(404, 40403, "Schema " + id + " not found");
    }

    static RegistryError subjectSoftDeleted(String subject) {
        return new RegistryError(
                404, 40404, "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
    }

    static RegistryError subjectNotSoftDeleted(String subject) {
        return new RegistryError(
                404, 40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
    }

    static RegistryError versionSoftDeleted(SchemaVersion version) {
        return new RegistryError(
                404, 40406, describe(version) + " was soft deleted. Set permanent=true to delete permanently");
    }

    static RegistryError versionNotSoftDeleted(SchemaVersion version) {
        return new RegistryError(
                404, 40407, describe(version) + " was not deleted first before being permanently deleted");
    }

    static RegistryError noSubjectLevel(String subject) {
        return new RegistryError(
                404, 40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static RegistryError noSubjectMode(String subject) {
        return new RegistryError(404, 40409, "Subject '" + subject + "' does not have subject-level mode configured");
    }

    static RegistryError incompatible(String subject, List<String> problems) {
        return new RegistryError(
                409,
                409,
                "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                        + "\", details: " + problems);
    }

    static RegistryError invalidSchema(@Nullable String why, @Nullable Throwable cause) {
        return new RegistryError(422, 42201, "Invalid schema: " + why, cause);
    }

    static RegistryError invalidVersion(String version) {
        return new RegistryError(
                422,
                42202,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }

    static RegistryError invalidLevel() {
        return new RegistryError(
                422,
                42203,
                "Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive,"
                        + " forward_transitive, and full_transitive");
    }

    static RegistryError invalidMode() {
        return new RegistryError(
                422, 42204, "Invalid mode. Valid values are READWRITE, READONLY, READONLY_OVERRIDE, and IMPORT");
    }

    static RegistryError notPermitted(String why) {
        return new RegistryError(422, 42205, why);
    }

    static RegistryError referenceExists(SchemaVersion version) {
        return new RegistryError(
                422,
                42206,
                "One or more references exist to the schema {subject=" + version.subject() + ",version="
                        + version.version() + "}.");
    }

    static RegistryError invalidSubject(String subject) {
        return new RegistryError(422, 42208, "The specified subject '" + subject + "' is not a valid subject.");
    }

    public static RegistryError store(String message, Throwable cause) {
        return new RegistryError(500, 50001, message, cause);
    }

    private static String describe(SchemaVersion version) {
        return "Subject '" + version.subject() + "' Version " + version.version();
    }
}
