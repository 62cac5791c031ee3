package io.onsale.standalone.registry.rules;

import io.onsale.standalone.registry.state.Content;
import io.onsale.standalone.registry.state.RegistryState;
import io.onsale.standalone.registry.state.SchemaVersion;
import java.util.List;

/** Finding subjects and versions, and what to say where there are none. */
public final class Subjects {
    private Subjects() {}

    /** The versions of a subject that there is. */
    public static List<SchemaVersion> versions(RegistryState state, String subject, boolean alsoDeleted) {
        List<SchemaVersion> versions = alsoDeleted ? state.versions(subject) : state.liveVersions(subject);
        if (versions.isEmpty()) {
            throw RegistryError.subjectNotFound(subject);
        }
        return versions;
    }

    /** A version by its number or as {@code latest}. */
    public static SchemaVersion version(RegistryState state, String subject, String wanted, boolean alsoDeleted) {
        int number = number(wanted);
        List<SchemaVersion> versions = versions(state, subject, alsoDeleted);
        if (number == -1) {
            return versions.getLast();
        }
        return versions.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> RegistryError.versionNotFound(number));
    }

    /** What an id stands for. */
    public static Content content(RegistryState state, int id) {
        return state.content(id).orElseThrow(() -> RegistryError.schemaNotFound(id));
    }

    /** The id that a client means. */
    public static int id(String wanted) {
        try {
            return Integer.parseInt(wanted);
        } catch (NumberFormatException e) {
            throw new RegistryError(404, 40403, "Schema " + wanted + " not found");
        }
    }

    /** The live versions that refer to a version. */
    public static List<SchemaVersion> referrers(RegistryState state, SchemaVersion version) {
        return state.all()
                .filter(SchemaVersion::isLive)
                .filter(other -> refersTo(other, version))
                .toList();
    }

    private static boolean refersTo(SchemaVersion referrer, SchemaVersion version) {
        return referrer.content().references().stream()
                .anyMatch(reference ->
                        reference.subject().equals(version.subject()) && reference.version() == version.version());
    }

    /** The version that a client means, -1 for the latest. */
    static int number(String wanted) {
        if (wanted.equals("latest") || wanted.equals("-1")) {
            return -1;
        }
        try {
            int number = Integer.parseInt(wanted);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw RegistryError.invalidVersion(wanted);
        }
        throw RegistryError.invalidVersion(wanted);
    }

    static void requireValid(String subject) {
        boolean reserved =
                subject.equals("__GLOBAL") || subject.equals("__EMPTY") || subject.equals(RegistryState.ID_FLOOR);
        if (subject.isBlank() || reserved || subject.chars().anyMatch(Character::isISOControl)) {
            throw RegistryError.invalidSubject(subject);
        }
    }
}
