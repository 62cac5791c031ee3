package io.onsale.topologies.inventory.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the decider may see of one show. */
public interface InventoryView {

    /** The show's seats, or null where inventory was never told of it. */
    @Nullable
    SeatMap seatMap();

    boolean closed();

    boolean isFree(String performance, String seat);

    int tickets(String fan);

    @Nullable
    Hold hold(String id);

    /** The open holds whose deadline is not after this instant, earliest first, and no more than so many. */
    List<String> holdsDueBy(Instant at, int most);

    /** Those among all of them that are a fan's or, in any performance, on one of these seats. */
    List<String> holdsDueBy(Instant at, String fan, List<String> seats);
}
