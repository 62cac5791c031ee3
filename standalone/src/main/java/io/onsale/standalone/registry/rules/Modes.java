package io.onsale.standalone.registry.rules;

import io.onsale.standalone.registry.state.LogRecord;
import io.onsale.standalone.registry.state.Mode;
import io.onsale.standalone.registry.state.RegistryState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Modes of subjects and of the whole registry. */
public final class Modes {
    private Modes() {}

    /** The mode that holds for a subject. */
    public static Mode effective(RegistryState state, String subject) {
        return state.globalMode() == Mode.READONLY_OVERRIDE
                ? Mode.READONLY_OVERRIDE
                : state.mode(subject).orElse(state.globalMode());
    }

    /** The mode that was set for a subject. */
    public static Mode own(RegistryState state, String subject) {
        return state.mode(subject).orElseThrow(() -> RegistryError.noSubjectMode(subject));
    }

    /** Sets the mode of a subject, or of the registry where the subject is null. */
    public static Change<Mode> set(RegistryState state, @Nullable String subject, String wanted, boolean force) {
        Mode mode = Stream.of(Mode.values())
                .filter(known -> known.name().equals(wanted.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(RegistryError::invalidMode);
        if (mode == Mode.READONLY_OVERRIDE && subject != null) {
            throw RegistryError.invalidMode();
        }
        if (mode == Mode.IMPORT && !force && hasSchemas(state, subject)) {
            throw RegistryError.notPermitted("Cannot import since found existing subjects");
        }
        return new Change<>(List.of(LogRecord.mode(subject, mode)), mode);
    }

    /** Lets a subject follow the registry's mode again. */
    public static Change<Mode> reset(RegistryState state, String subject) {
        Mode mode = state.mode(subject).orElseThrow(() -> RegistryError.subjectNotFound(subject));
        return new Change<>(List.of(LogRecord.mode(subject, null)), mode);
    }

    /** Sets the registry's mode back to the default. */
    public static Change<Mode> reset(RegistryState state) {
        return new Change<>(List.of(LogRecord.mode(null, null)), state.globalMode());
    }

    static void requireWritable(RegistryState state, String subject) {
        if (effective(state, subject).isReadOnly()) {
            throw RegistryError.notPermitted("Subject " + subject + " is in read-only mode");
        }
    }

    private static boolean hasSchemas(RegistryState state, @Nullable String subject) {
        return subject == null
                ? state.all().findAny().isPresent()
                : !state.versions(subject).isEmpty();
    }
}
