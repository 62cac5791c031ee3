package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Table;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which places are taken: numbered seats with who has them, the others by number. */
final class PlaceBook {

    private final ShowBook shows;
    private final SeatBook seats;
    private final FreeSeatIndex free;
    private final AreaBook areas;

    PlaceBook(ShowBook shows, Table<String> seats, Table<Integer> areas) {
        this.shows = shows;
        this.seats = new SeatBook(seats);
        this.free = new FreeSeatIndex(this.seats);
        this.areas = new AreaBook(areas);
    }

    boolean isFree(String event, String performance, String seat) {
        return seats.isFree(event, performance, seat);
    }

    FreeSeats free(String event, String performance, SectionPlan section) {
        return free.of(event, performance, section);
    }

    int taken(String event, String performance, String section, @Nullable String slot) {
        return areas.taken(event, performance, section, slot);
    }

    /** The holds that seats belong to in any of these performances. */
    Set<String> owners(String event, List<String> performances, List<String> ids) {
        return seats.owners(event, performances, ids);
    }

    void take(String event, String performance, Places places, String hold) {
        seats.take(event, performance, places.seatIds(), hold);
        index(event, performance, places, false);
        areas.take(event, performance, places.areas());
    }

    /** Taken places are a batch's from now on, instead of a hold's. */
    void withhold(String event, String performance, Places places, String batch) {
        seats.take(event, performance, places.seatIds(), "batch:" + batch);
    }

    void free(String event, String performance, Places places) {
        seats.free(event, performance, places.seatIds());
        index(event, performance, places, true);
        areas.free(event, performance, places.areas());
    }

    /** The show's seats may lie elsewhere now. */
    void changed(String event) {
        free.forget(event);
    }

    private void index(String event, String performance, Places places, boolean isFree) {
        ShowBook.Opened show = shows.find(event);
        if (show != null) {
            free.set(event, performance, show.seats(), places.seatIds(), isFree);
        }
    }
}
