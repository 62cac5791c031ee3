package io.onsale.standalone.registry.rules;

import io.onsale.standalone.registry.state.Content;
import io.onsale.standalone.registry.state.LogRecord;
import io.onsale.standalone.registry.state.RegistryState;
import io.onsale.standalone.registry.state.SchemaVersion;
import java.util.ArrayList;
import java.util.List;

/** Taking versions out of sight, and then out of existence. */
public final class Deleting {
    private Deleting() {}

    /** Deletes one version; for good only after it was deleted once. */
    public static Change<Integer> version(RegistryState state, String subject, String wanted, boolean permanent) {
        Modes.requireWritable(state, subject);
        SchemaVersion version = wantedVersion(state, subject, wanted, permanent);
        if (!permanent && version.deleted()) {
            throw RegistryError.versionSoftDeleted(version);
        }
        if (permanent && version.isLive()) {
            throw RegistryError.versionNotSoftDeleted(version);
        }
        requireUnreferenced(state, version);
        List<LogRecord> records = permanent ? forgetting(state, List.of(version)) : List.of(deleted(version));
        return new Change<>(records, version.version());
    }

    /** Deletes a subject with all its versions; for good only after it was deleted once. */
    public static Change<List<Integer>> subject(RegistryState state, String subject, boolean permanent) {
        Modes.requireWritable(state, subject);
        List<SchemaVersion> all = Subjects.versions(state, subject, true);
        List<SchemaVersion> live = state.liveVersions(subject);
        if (!permanent && live.isEmpty()) {
            throw RegistryError.subjectSoftDeleted(subject);
        }
        if (permanent && !live.isEmpty()) {
            throw RegistryError.subjectNotSoftDeleted(subject);
        }
        List<SchemaVersion> affected = permanent ? all : live;
        affected.forEach(version -> requireUnreferenced(state, version));
        List<LogRecord> records =
                permanent ? forgettingSubject(state, subject, all) : deletingSubject(state, subject, all);
        return new Change<>(
                records, affected.stream().map(SchemaVersion::version).toList());
    }

    private static SchemaVersion wantedVersion(RegistryState state, String subject, String wanted, boolean permanent) {
        boolean latest = Subjects.number(wanted) == -1;
        boolean alsoDeleted =
                !latest || permanent || state.liveVersions(subject).isEmpty();
        return Subjects.version(state, subject, wanted, alsoDeleted);
    }

    private static void requireUnreferenced(RegistryState state, SchemaVersion version) {
        if (!Subjects.referrers(state, version).isEmpty()) {
            throw RegistryError.referenceExists(version);
        }
    }

    private static LogRecord deleted(SchemaVersion version) {
        return LogRecord.of(
                new SchemaVersion(version.subject(), version.version(), version.id(), version.content(), true));
    }

    private static List<LogRecord> deletingSubject(RegistryState state, String subject, List<SchemaVersion> all) {
        List<LogRecord> records = new ArrayList<>();
        records.add(LogRecord.subjectDeleted(subject, all.getLast().version()));
        state.level(subject).ifPresent(level -> records.add(LogRecord.level(subject, null)));
        state.mode(subject).ifPresent(mode -> records.add(LogRecord.mode(subject, null)));
        return records;
    }

    private static List<LogRecord> forgettingSubject(RegistryState state, String subject, List<SchemaVersion> all) {
        List<LogRecord> records = new ArrayList<>(forgetting(state, all));
        records.add(LogRecord.subjectForgotten(subject));
        return records;
    }

    private static List<LogRecord> forgetting(RegistryState state, List<SchemaVersion> versions) {
        List<LogRecord> records = new ArrayList<>();
        records.add(idFloor(state.highestId()));
        versions.forEach(version -> records.add(LogRecord.forgotten(version)));
        return records;
    }

    private static LogRecord idFloor(int highestId) {
        return LogRecord.of(
                new SchemaVersion(RegistryState.ID_FLOOR, 1, highestId, new Content("\"null\"", List.of()), true));
    }
}
