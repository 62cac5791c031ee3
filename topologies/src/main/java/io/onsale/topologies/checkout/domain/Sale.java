package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms on which orders for a show are taken.
 *
 * @param stopped performances of which everything is refunded
 */
public record Sale(ShowDefinition definition, Set<String> stopped) {

    public Sale {
        stopped = Set.copyOf(stopped);
    }

    Sale on(ShowDefinition newTerms) {
        return new Sale(newTerms, stopped);
    }

    Sale without(String performance) {
        Set<String> more = new LinkedHashSet<>(stopped);
        more.add(performance);
        return new Sale(definition, more);
    }

    @Nullable
    Performance performance(String id) {
        return definition.performances().stream()
                .filter(performance -> performance.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** When a performance begins, after which it is neither moved nor called off; null of one that is not known. */
    @Nullable
    Instant begins(String id) {
        Performance known = performance(id);
        return known == null ? null : known.startsAt();
    }

    boolean stops(String performance) {
        Performance known = performance(performance);
        return stopped.contains(performance) || (known != null && known.cancelled());
    }
}
