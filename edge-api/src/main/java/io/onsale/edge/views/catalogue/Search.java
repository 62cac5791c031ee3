package io.onsale.edge.views.catalogue;

import io.onsale.schemas.bounds.TimesOfEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a fan looks for.
 *
 * @param words all of which have to occur
 * @param from an event counts by its first date from then on
 * @param to before which that date begins
 */
public record Search(
        List<String> words, Optional<String> category, Optional<String> region, Instant from, Optional<Instant> to) {
    /** Everything, what is over too. */
    public static final Search ALL =
            new Search(List.of(), Optional.empty(), Optional.empty(), Instant.EPOCH, Optional.empty());

    public Search {
        words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    boolean matches(Listing listing, Instant date) {
        return listing.isNext(date, from)
                && to.map(date::isBefore).orElse(true)
                && category.map(wanted ->
                                wanted.equalsIgnoreCase(listing.definition().getCategory()))
                        .orElse(true)
                && region.map(wanted ->
                                wanted.equalsIgnoreCase(listing.definition().getRegion()))
                        .orElse(true)
                && words.stream().allMatch(listing.searchText()::contains);
    }

    /** Before everything that it may find. */
    Listing.Position start() {
        return new Listing.Position(from.isAfter(Instant.EPOCH) ? from.minus(TimesOfEntry.DAY) : from, "");
    }
}
