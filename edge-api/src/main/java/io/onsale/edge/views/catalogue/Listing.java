package io.onsale.edge.views.catalogue;

import io.onsale.edge.views.seats.Days;
import io.onsale.schemas.catalogue.CatalogueState;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.PerformanceStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An event of the catalogue, ready to be searched.
 *
 * @param dates those of its performances that are not called off
 */
public record Listing(
        String eventId,
        EventStatus status,
        EventDefinition definition,
        long sequence,
        Instant startsAt,
        String searchText,
        List<Date> dates) {
    /** By the date, and among those of one instant by id. */
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
                eventId,
                state.getStatus(),
                definition,
                state.getSequence(),
                first,
                text.toLowerCase(Locale.ROOT),
                dates(definition));
    }

    private static List<Date> dates(EventDefinition definition) {
        Days days = new Days(definition);
        return definition.getPerformances().stream()
                .filter(date -> date.getStatus() == PerformanceStatus.SCHEDULED)
                .map(date -> new Date(date.getStartsAt(), days.lastEntry(date)))
                .toList();
    }

    /** Where it stands in its organizer's list: at its first date. */
    public Position position() {
        return new Position(startsAt, eventId);
    }

    /** Where anyone finds it: at each of its dates that is not called off; nowhere unless it is published. */
    Set<Position> shown() {
        return status == EventStatus.PUBLISHED
                ? dates.stream()
                        .map(date -> new Position(date.startsAt(), eventId))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Whether this is when the first of its dates begins that are not over at an instant. */
    boolean isNext(Instant start, Instant from) {
        return dates.stream()
                .filter(date -> !date.until().isBefore(from))
                .map(Date::startsAt)
                .min(Comparator.naturalOrder())
                .filter(start::equals)
                .isPresent();
    }

    /** Whether somebody may have tickets for a date of it that has not begun. */
    boolean isToCome(Instant now) {
        return status != EventStatus.DRAFT
                && dates.stream().anyMatch(date -> date.until().isAfter(now));
    }

    /**
     * When people come.
     *
     * @param until when the last of them enter
     */
    public record Date(Instant startsAt, Instant until) {}

    /** A place in lists. */
    public record Position(Instant startsAt, String eventId) {}
}
