package io.onsale.edge.views.catalogue;

import io.onsale.edge.views.Progress;
import io.onsale.edge.views.View;
import io.onsale.schemas.catalogue.CatalogueState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Every event of the catalogue as it stands. */
public final class CatalogueView implements View<CatalogueState> {
    private static final NavigableMap<Listing.Position, Listing> NONE = Collections.emptyNavigableMap();

    private final Map<String, Listing> events = new ConcurrentHashMap<>();
    /** Every published event at each of its dates that is not called off. */
    private final NavigableMap<Listing.Position, Listing> listed = new ConcurrentSkipListMap<>(Listing.ORDER);

    private final Map<String, NavigableMap<Listing.Position, Listing>> organized = new ConcurrentHashMap<>();
    private final Progress progress = new Progress();

    /** The event of an id, whatever its status. */
    public Optional<Listing> find(String eventId) {
        return Optional.ofNullable(events.get(eventId));
    }

    /** The published events that match, by their first dates in the time that is searched, after a position where one is given. */
    public Page list(Search search, Optional<Listing.Position> after, int most) {
        NavigableMap<Listing.Position, Listing> inTime = listed.tailMap(search.start(), true);
        return page(inTime, after, most, (position, listing) -> search.matches(listing, position.startsAt()));
    }

    /** Everything that somebody organizes, drafts and closed events too, in order, after a position where one is given. */
    public Page organizedBy(String organizerId, Optional<Listing.Position> after, int most) {
        return page(organized.getOrDefault(organizerId, NONE), after, most, (position, listing) -> true);
    }

    /** The first of somebody's events that are published, or closed, and have a date that is still to come. */
    public List<String> toCome(String organizerId, Instant now, int most) {
        return organized.getOrDefault(organizerId, NONE).values().stream()
                .filter(listing -> listing.isToCome(now))
                .limit(most)
                .map(Listing::eventId)
                .toList();
    }

    private static Page page(
            NavigableMap<Listing.Position, Listing> all,
            Optional<Listing.Position> after,
            int most,
            BiPredicate<Listing.Position, Listing> wanted) {
        NavigableMap<Listing.Position, Listing> rest =
                after.map(position -> tail(all, position)).orElse(all);
        List<Listing> found = new ArrayList<>();
        Optional<Listing.Position> last = Optional.empty();
        for (Map.Entry<Listing.Position, Listing> entry : rest.entrySet()) {
            if (wanted.test(entry.getKey(), entry.getValue())) {
                if (found.size() == most) {
                    return new Page(found, last);
                }
                found.add(entry.getValue());
                last = Optional.of(entry.getKey());
            }
        }
        return new Page(found, Optional.empty());
    }

    /** What is behind a position; all of it where that is before its beginning, as of a page that was asked for long ago. */
    private static NavigableMap<Listing.Position, Listing> tail(
            NavigableMap<Listing.Position, Listing> all, Listing.Position position) {
        boolean before = !all.isEmpty() && Listing.ORDER.compare(position, all.firstKey()) < 0;
        return before ? all : all.tailMap(position, false);
    }

    public Progress progress() {
        return progress;
    }

    @Override
    public void apply(String eventId, @Nullable CatalogueState state) {
        if (state == null) {
            forget(events.remove(eventId));
        } else if (state.getSequence() > progress.of(eventId)) {
            replace(Listing.of(eventId, state));
            progress.advance(eventId, state.getSequence());
        }
    }

    private void replace(Listing now) {
        Listing before = events.put(now.eventId(), now);
        ofOrganizer(now).put(now.position(), now);
        Set<Listing.Position> shown = now.shown();
        shown.forEach(position -> listed.put(position, now));
        // An event that stays in its place is never missing from a list that is being read.
        if (before != null) {
            before.shown().stream()
                    .filter(position -> !shown.contains(position))
                    .forEach(listed::remove);
            if (!before.position().equals(now.position())) {
                ofOrganizer(before).remove(before.position());
            }
        }
    }

    private void forget(@Nullable Listing listing) {
        if (listing != null) {
            listing.shown().forEach(listed::remove);
            ofOrganizer(listing).remove(listing.position());
        }
    }

    private NavigableMap<Listing.Position, Listing> ofOrganizer(Listing listing) {
        return organized.computeIfAbsent(
                listing.definition().getOrganizerId(), first -> new ConcurrentSkipListMap<>(Listing.ORDER));
    }
}
