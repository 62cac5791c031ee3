package io.onsale.edge.views.catalogue;

import io.onsale.schemas.catalogue.CatalogueState;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.PerformanceStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/** An event of the catalogue, ready to be searched. */
public record Listing(
        String eventId,
        EventStatus status,
        EventDefinition definition,
        long sequence,
        Instant startsAt,
        String searchText) {
    /** By the first performance, and among those of one instant by id. */
    static final Comparator<Position> ORDER =
            Comparator.comparing(Position::startsAt).thenComparing(Position::eventId);

    static Listing of(String eventId, CatalogueState state) {
        EventDefinition definition = state.getDefinition();
        Instant first = definition.getPerformances().stream()
                .map(Performance::getStartsAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        String text = definition.getTitle() + "\n" + definition.getDescription() + "\n" + definition.getCategory()
                + "\n" + definition.getRegion();
        return new Listing(
                eventId, state.getStatus(), definition, state.getSequence(), first, text.toLowerCase(Locale.ROOT));
    }

    /** Where it stands in lists. */
    public Position position() {
        return new Position(startsAt, eventId);
    }

    /** Whether anyone may list it. */
    boolean isListed() {
        return status == EventStatus.PUBLISHED;
    }

    /** Whether somebody may have tickets for a date of it that has not begun. */
    boolean isToCome(Instant now) {
        return status != EventStatus.DRAFT
                && definition.getPerformances().stream()
                        .anyMatch(date -> date.getStatus() == PerformanceStatus.SCHEDULED
                                && date.getStartsAt().isAfter(now));
    }

    /** A place in lists. */
    public record Position(Instant startsAt, String eventId) {}
}
