package io.onsale.standalone.registry.rules;

import io.onsale.schemas.compatibility.CompatibilityLevel;
import io.onsale.standalone.registry.state.LogRecord;
import io.onsale.standalone.registry.state.RegistryState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compatibility levels of subjects and of the whole registry. */
public final class Levels {
    private Levels() {}

    /** The level that was set for a subject. */
    public static CompatibilityLevel own(RegistryState state, String subject) {
        return state.level(subject).orElseThrow(() -> RegistryError.noSubjectLevel(subject));
    }

    /** Sets the level of a subject, or of the registry where the subject is null. */
    public static Change<CompatibilityLevel> set(RegistryState state, @Nullable String subject, String wanted) {
        if (subject != null) {
            Subjects.requireValid(subject);
            Modes.requireWritable(state, subject);
        }
        CompatibilityLevel level = Stream.of(CompatibilityLevel.values())
                .filter(known -> known.name().equals(wanted.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(RegistryError::invalidLevel);
        return new Change<>(List.of(LogRecord.level(subject, level)), level);
    }

    /** Lets a subject follow the registry's level again. */
    public static Change<CompatibilityLevel> reset(RegistryState state, String subject) {
        CompatibilityLevel level = state.level(subject).orElseThrow(() -> RegistryError.subjectNotFound(subject));
        return new Change<>(List.of(LogRecord.level(subject, null)), level);
    }

    /** Sets the registry's level back to the default. */
    public static Change<CompatibilityLevel> reset(RegistryState state) {
        return new Change<>(List.of(LogRecord.level(null, null)), state.globalLevel());
    }
}
