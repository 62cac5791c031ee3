package io.onsale.topologies.admission.domain;

import io.onsale.waiting.DrawnOrder;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Roster;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules may see of one event's waiting room. */
public interface AdmissionView {

    String event();

    /** Null where the event has none. */
    @Nullable
    Room room();

    /** The latest place of a fan. */
    @Nullable
    Place place(String fan);

    @Nullable
    Rating rating(String fan);

    /** Live places that came from a network address. */
    int liveAt(long address);

    /** Live places that came from a device. */
    int liveOn(long device);

    /** Live places of a person, whichever of their identities has them. */
    int liveOf(long person);

    /** Whoever would take part if the roster were frozen now, or does since it was. */
    Roster roster();

    /** The order that a seed gives the roster once that is frozen. */
    DrawnOrder order(Hash seed);

    /** Who are next in line, no more than so many. */
    List<Waiting> next(int most);

    /** Whoever holds a place among the shoppers. */
    @Nullable
    Shopper shopper(int sequence);

    /** The shoppers to whom time brings something by this instant, earliest first, and no more than so many. */
    List<Integer> dueBy(Instant at, int most);

    /** Somebody in line. */
    record Waiting(int sequence, String fanId) {}
}
