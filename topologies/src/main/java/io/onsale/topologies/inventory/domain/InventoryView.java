package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.show.domain.Performance;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the decider may see of one show. */
public interface InventoryView {

    /** Which show it is. */
    String event();

    /** The show's seats, or null where inventory was never told of it. */
    @Nullable
    SeatMap seatMap();

    boolean closed();

    boolean isFree(String performance, String seat);

    /** How many places of a section without numbered seats, or of one of its slots, are not free. */
    int taken(String performance, String section, @Nullable String slot);

    /** The free seats of a section. */
    FreeSeats free(String performance, SectionPlan section);

    int tickets(String person);

    @Nullable
    Hold hold(String id);

    /** The hold of an id, unless nobody can ask for it any more at this instant: then its row may be there or not. */
    default @Nullable Hold hold(String id, Instant at) {
        Hold hold = hold(id);
        return hold == null || hold.forgotten(begins(hold.performanceId()), at) ? null : hold;
    }

    /** When a performance begins, after which it is never moved; null of one that is not known. */
    default @Nullable Instant begins(String performanceId) {
        SeatMap map = seatMap();
        Performance performance = map == null ? null : map.performance(performanceId);
        return performance == null ? null : performance.startsAt();
    }

    /** Whoever was let in by this admission, as far as it held anything or was told to close. */
    @Nullable
    Shopper shopper(String admission);

    /** The same, unless nobody need remember it at this instant: then its row may be there or not. */
    default @Nullable Shopper shopper(String admission, Instant at) {
        Shopper shopper = shopper(admission);
        return shopper == null || shopper.forgotten(at) ? null : shopper;
    }

    /** The open holds whose deadline is not after this instant, earliest first, and no more than so many. */
    List<String> holdsDueBy(Instant at, int most);

    /** Those among all of them of which this is true. */
    List<String> holdsDueBy(Instant at, Predicate<Hold> which);

    /** The open holds of a performance that are not due by this instant, and no more than so many. */
    List<String> openHolds(String performance, Instant at, int most);

    /** Those of performances that were called off, and no more than so many. */
    List<String> holdsOfStopped(Instant at, int most);

    /** Those that are a fan's, or counted like the fan's. */
    List<String> holdsOfStopped(Instant at, String fan, String countedBy);

    /** Those among all of them that are a fan's, or counted like the fan's, or, in any performance, on one of these seats. */
    List<String> holdsDueBy(Instant at, String fan, String countedBy, List<String> seats);

    /** A batch in which anything waits, or of whose night anything came back before it began; or null. */
    @Nullable
    Batch batch(String id);

    /** The batches that are due by this instant, earliest first. */
    List<String> batchesDueBy(Instant at);

    /** The returns that wait in a batch, in order. */
    Stream<Batch.Waiting> waiting(String batch);
}
