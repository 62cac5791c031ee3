package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The terms on which orders for a show are taken.
 *
 * @param stopped performances of which everything is refunded
 * @param moves of performances, in their order
 */
public record Sale(ShowDefinition definition, Set<String> stopped, List<Move> moves) {

    public Sale {
        stopped = Set.copyOf(stopped);
        moves = List.copyOf(moves);
    }

    static Sale begun(ShowDefinition terms) {
        return new Sale(terms, Set.of(), List.of());
    }

    Sale on(ShowDefinition newTerms, Instant at) {
        List<Move> all = new ArrayList<>(moves);
        for (Performance before : definition.performances()) {
            Performance now = performance(newTerms, before.id());
            if (now != null && !now.startsAt().equals(before.startsAt())) {
                all.add(new Move(before.id(), before.startsAt(), at));
            }
        }
        return new Sale(newTerms, stopped, all);
    }

    Sale without(String performance) {
        Set<String> more = new LinkedHashSet<>(stopped);
        more.add(performance);
        return new Sale(definition, more, moves);
    }

    @Nullable
    Performance performance(String id) {
        return performance(definition, id);
    }

    /** When a performance begins, and was to begin at any time since somebody bought it; null: at any time at all. */
    List<Instant> datesSince(@Nullable Instant boughtAt, Performance performance) {
        return Stream.concat(
                        Stream.of(performance.startsAt()),
                        movesSince(boughtAt, performance).map(Move::startsAt))
                .toList();
    }

    /** Until when whoever bought a performance may give it back, if its terms let them: until it begins, but never sooner than they could learn of a move. */
    Instant returnableUntil(@Nullable Instant boughtAt, Performance performance) {
        return movesSince(boughtAt, performance)
                .map(Move::returnableUntil)
                .filter(performance.startsAt()::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(performance.startsAt());
    }

    private Stream<Move> movesSince(@Nullable Instant boughtAt, Performance performance) {
        return moves.stream()
                .filter(move -> move.performanceId().equals(performance.id()))
                .filter(move -> boughtAt == null || !boughtAt.isAfter(move.movedAt()));
    }

    private static @Nullable Performance performance(ShowDefinition terms, String id) {
        return terms.performances().stream()
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

    /** When it begins for whoever has these tickets: with the first time of entry, where everybody has one. */
    Instant firstEntry(Performance performance, List<ReceiptLine> tickets) {
        Instant start = performance.startsAt();
        List<Optional<Slot>> entries = tickets.stream()
                .map(line -> definition.slot(line.section(), line.slot()))
                .toList();
        return entries.stream().allMatch(Optional::isPresent)
                ? entries.stream()
                        .flatMap(Optional::stream)
                        .map(Slot::startsAt)
                        .min(Comparator.naturalOrder())
                        .filter(start::isBefore)
                        .orElse(start)
                : start;
    }

    boolean stops(String performance) {
        Performance known = performance(performance);
        return stopped.contains(performance) || (known != null && known.cancelled());
    }
}
