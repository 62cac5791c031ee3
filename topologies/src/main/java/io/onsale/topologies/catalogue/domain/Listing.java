package io.onsale.topologies.catalogue.domain;

import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An event as it stands. */
public record Listing(Status status, ShowDefinition definition) {

    boolean belongsTo(String organizerId) {
        return definition.billing().organizerId().equals(organizerId);
    }

    /** Whether somebody may end its sale and change its dates: where its organizer is gone, operators must be able to. */
    boolean heeds(Asker by) {
        return by.operator() || belongsTo(by.id());
    }

    Optional<Performance> performance(String id) {
        return definition.performances().stream()
                .filter(performance -> performance.id().equals(id))
                .findFirst();
    }

    /** Whether there is a date that takes place and has not begun. */
    boolean isToCome(Instant at) {
        return definition.performances().stream()
                .anyMatch(date -> !date.cancelled() && date.startsAt().isAfter(at));
    }

    /** Whether another performance could not be told from this one: it is at the same instant and has the same label. */
    boolean hasTwin(String performanceId) {
        return performance(performanceId)
                .filter(one -> definition.performances().stream()
                        .anyMatch(other -> !other.id().equals(one.id())
                                && other.startsAt().equals(one.startsAt())
                                && other.label().equals(one.label())))
                .isPresent();
    }

    Listing with(ShowDefinition changed) {
        return new Listing(status, changed);
    }

    /** The same with one performance changed. */
    Listing with(String performanceId, UnaryOperator<Performance> change) {
        return with(definition.on(definition.performances().stream()
                .map(each -> each.id().equals(performanceId) ? change.apply(each) : each)
                .toList()));
    }
}
