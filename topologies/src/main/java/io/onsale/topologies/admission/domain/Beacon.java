package io.onsale.topologies.admission.domain;

import io.onsale.waiting.BeaconTimetable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public source of randomness, and which of its rounds counts.
 *
 * @param dueAt when the round's value becomes public; null where the room was opened before that was asked for
 */
public record Beacon(String source, long round, @Nullable Instant dueAt) {

    /** Whether somebody may know the value while fans still join, if they do until this instant. */
    boolean isKnownBy(Instant drawsAt) {
        Optional<Instant> due = Optional.ofNullable(dueAt).or(() -> BeaconTimetable.due(source, round));
        return due.isPresent() && !drawsAt.isBefore(due.get());
    }
}
