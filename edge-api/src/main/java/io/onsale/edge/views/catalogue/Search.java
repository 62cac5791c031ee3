package io.onsale.edge.views.catalogue;

import io.onsale.schemas.catalogue.Performance;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a fan looks for.
 *
 * @param words all of which have to occur
 * @param from the earliest performance
 * @param to before which the performance begins
 */
public record Search(
        List<String> words,
        Optional<String> category,
        Optional<String> region,
        Optional<Instant> from,
        Optional<Instant> to) {
    /** Everything. */
    public static final Search ALL =
            new Search(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Search {
        words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    boolean matches(Listing listing) {
        return category.map(wanted ->
                                wanted.equalsIgnoreCase(listing.definition().getCategory()))
                        .orElse(true)
                && region.map(wanted ->
                                wanted.equalsIgnoreCase(listing.definition().getRegion()))
                        .orElse(true)
                && words.stream().allMatch(listing.searchText()::contains)
                && inTime(listing);
    }

    private boolean inTime(Listing listing) {
        boolean anyTime = from.isEmpty() && to.isEmpty();
        return anyTime || listing.definition().getPerformances().stream().anyMatch(this::isWithin);
    }

    private boolean isWithin(Performance performance) {
        Instant start = performance.getStartsAt();
        return from.map(earliest -> !start.isBefore(earliest)).orElse(true)
                && to.map(latest -> start.isBefore(latest)).orElse(true);
    }
}
