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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every event of the catalogue as it stands. */
public final class CatalogueView implements View<CatalogueState> {
    private static final NavigableMap<Listing.Position, Listing> NONE = Collections.emptyNavigableMap();

    private final Map<String, Listing> events = new ConcurrentHashMap<>();
    private final NavigableMap<Listing.Position, Listing> listed = new ConcurrentSkipListMap<>(Listing.ORDER);
    private final Map<String, NavigableMap<Listing.Position, Listing>> organized = new ConcurrentHashMap<>();
    private final Progress progress = new Progress();

    /** The event of an id, whatever its status. */
    public Optional<Listing> find(String eventId) {
        return Optional.ofNullable(events.get(eventId));
    }

    /** The published events that match, in order, after a position where one is given. */
    public Page list(Search search, Optional<Listing.Position> after, int most) {
        return page(listed, after, most, search::matches);
    }

    /** Everything that somebody organizes, drafts and closed events too, in order, after a position where one is given. */
    public Page organizedBy(String organizerId, Optional<Listing.Position> after, int most) {
        return page(organized.getOrDefault(organizerId, NONE), after, most, listing -> true);
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
            Predicate<Listing> wanted) {
        NavigableMap<Listing.Position, Listing> rest =
                after.map(position -> all.tailMap(position, false)).orElse(all);
        List<Listing> found = new ArrayList<>();
        for (Listing listing : rest.values()) {
            if (wanted.test(listing)) {
                if (found.size() == most) {
                    return new Page(found, Optional.of(found.getLast().position()));
                }
                found.add(listing);
            }
        }
        return new Page(found, Optional.empty());
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
        if (now.isListed()) {
            listed.put(now.position(), now);
        }
        // An event that stays in its place is never missing from a list that is being read.
        if (before != null && !before.position().equals(now.position())) {
            forget(before);
        } else if (!now.isListed()) {
            listed.remove(now.position());
        }
    }

    private void forget(@Nullable Listing listing) {
        if (listing != null) {
            listed.remove(listing.position());
            ofOrganizer(listing).remove(listing.position());
        }
    }

    private NavigableMap<Listing.Position, Listing> ofOrganizer(Listing listing) {
        return organized.computeIfAbsent(
                listing.definition().getOrganizerId(), first -> new ConcurrentSkipListMap<>(Listing.ORDER));
    }
}
