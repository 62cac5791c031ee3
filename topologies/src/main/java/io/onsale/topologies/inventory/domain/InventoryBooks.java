package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.InventoryEvent.ClaimRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.ConfirmRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.ExtendRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldClaimed;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldExpired;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldExtended;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldReleased;
import io.onsale.topologies.inventory.domain.InventoryEvent.PerformanceStopped;
import io.onsale.topologies.inventory.domain.InventoryEvent.ReleaseRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsConfirmed;
import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsHeld;
import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsReturned;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowChanged;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowClosed;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowOpened;
import io.onsale.topologies.kit.domain.Books;
import io.onsale.topologies.kit.domain.LastRow;
import io.onsale.topologies.kit.domain.Table;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All of inventory's state; only {@link #apply} changes it. */
public final class InventoryBooks implements Books<InventoryView, InventoryEvent> {

    private final Table<Show> shows;
    private final SeatBook seats;
    private final FreeSeatIndex free;
    private final AreaBook areas;
    private final HoldBook holds;
    private final LimitLedger limits;
    /** Shows with their seats found by id, read from their rows once: every hold asks for them. */
    private final Map<String, OpenedShow> opened = new HashMap<>();

    private record OpenedShow(SeatMap seats, boolean closed) {}

    public InventoryBooks(
            Table<Show> shows, Table<String> seats, Table<Integer> areas, Table<Hold> holds, Table<Integer> fans) {
        this.shows = shows;
        this.seats = new SeatBook(seats);
        this.free = new FreeSeatIndex(this.seats);
        this.areas = new AreaBook(areas);
        this.holds = new HoldBook(new LastRow<>(holds));
        this.limits = new LimitLedger(new LastRow<>(fans));
    }

    @Override
    public InventoryView view(String event) {
        return new View(event);
    }

    @Override
    public void apply(String event, InventoryEvent happened, Instant at) {
        switch (happened) {
            case ShowOpened begun -> put(event, new Show(begun.definition(), false));
            case ShowChanged changed -> define(event, changed.definition());
            case ShowClosed closed -> close(event);
            case PerformanceStopped stopped -> stop(event, stopped.performanceId());
            case SeatsHeld held -> hold(event, held);
            case HoldReleased released -> end(event, released.holdId(), released.places(), Hold.State.RELEASED, at);
            case HoldExpired expired -> end(event, expired.holdId(), expired.places(), Hold.State.EXPIRED, at);
            case HoldExtended extended -> change(event, extended.holdId(), hold -> hold.until(extended.expiresAt()));
            case HoldClaimed claimed -> change(event, claimed.holdId(), hold -> hold.claimed(claimed.orderId()));
            case SeatsConfirmed confirmed -> change(event, confirmed.holdId(), Hold::confirmedNow);
            case SeatsReturned back -> takeBack(event, back, at);
            case HoldRefused refused -> {}
            case ReleaseRefused refused -> {}
            case ExtendRefused refused -> {}
            case ClaimRefused refused -> {}
            case ConfirmRefused refused -> {}
        }
    }

    /** For each show with something due by this instant, its earliest such hold. */
    public Map<String, String> earliestDue(Instant at) {
        return holds.earliestDue(at);
    }

    private void put(String event, Show show) {
        shows.put(event, show);
        opened.remove(event);
        free.forget(event);
    }

    private void define(String event, ShowDefinition definition) {
        Show show = shows.get(event);
        if (show != null) {
            put(event, new Show(definition, show.closed()));
        }
    }

    private void stop(String event, String performance) {
        Show show = shows.get(event);
        if (show != null) {
            define(event, show.definition().without(performance));
        }
    }

    private void close(String event) {
        Show show = shows.get(event);
        if (show != null) {
            put(event, new Show(show.definition(), true));
        }
    }

    private void hold(String event, SeatsHeld held) {
        Places places = held.places();
        seats.take(event, held.performanceId(), places.seatIds(), held.holdId());
        index(event, held.performanceId(), places, false);
        areas.take(event, held.performanceId(), places.areas());
        limits.add(event, held.fanId(), places.tickets());
        holds.put(
                event,
                held.holdId(),
                Hold.opened(held.fanId(), held.performanceId(), places, held.quote(), held.expiresAt()));
    }

    private void end(String event, String id, Places places, Hold.State how, Instant at) {
        Hold hold = holds.require(event, id);
        free(event, hold, places);
        holds.put(event, id, hold.ended(how, at));
    }

    private void change(String event, String id, UnaryOperator<Hold> change) {
        holds.put(event, id, change.apply(holds.require(event, id)));
    }

    private void takeBack(String event, SeatsReturned back, Instant at) {
        Hold hold = holds.require(event, back.holdId());
        free(event, hold, back.places());
        Places left = hold.places().without(back.places());
        holds.put(event, back.holdId(), left.isEmpty() ? hold.ended(Hold.State.RETURNED, at) : hold.having(left));
    }

    private void free(String event, Hold hold, Places places) {
        seats.free(event, hold.performanceId(), places.seatIds());
        index(event, hold.performanceId(), places, true);
        areas.free(event, hold.performanceId(), places.areas());
        limits.add(event, hold.fanId(), -places.tickets());
    }

    private void index(String event, String performance, Places places, boolean isFree) {
        OpenedShow show = show(event);
        if (show != null) {
            free.set(event, performance, show.seats(), places.seatIds(), isFree);
        }
    }

    private @Nullable OpenedShow show(String event) {
        OpenedShow known = opened.get(event);
        if (known != null) {
            return known;
        }
        Show show = shows.get(event);
        if (show == null) {
            return null;
        }
        OpenedShow read = new OpenedShow(new SeatMap(show.definition()), show.closed());
        opened.put(event, read);
        return read;
    }

    /** One show, read through the books. */
    private final class View implements InventoryView {

        private final String event;

        View(String event) {
            this.event = event;
        }

        @Override
        public @Nullable SeatMap seatMap() {
            OpenedShow show = show(event);
            return show == null ? null : show.seats();
        }

        @Override
        public boolean closed() {
            OpenedShow show = show(event);
            return show != null && show.closed();
        }

        @Override
        public boolean isFree(String performance, String seat) {
            return seats.isFree(event, performance, seat);
        }

        @Override
        public int taken(String performance, String section, @Nullable String slot) {
            return areas.taken(event, performance, section, slot);
        }

        @Override
        public FreeSeats free(String performance, SectionPlan section) {
            return free.of(event, performance, section);
        }

        @Override
        public int tickets(String fan) {
            return limits.tickets(event, fan);
        }

        @Override
        public @Nullable Hold hold(String id) {
            return holds.get(event, id);
        }

        @Override
        public List<String> holdsDueBy(Instant at, int most) {
            return holds.dueBy(event, at, most);
        }

        @Override
        public List<String> holdsDueBy(Instant at, String fan, List<String> ids) {
            return holds.dueBy(event, at, fan, seats.owners(event, performances(), ids));
        }

        @Override
        public List<String> holdsDueBy(Instant at, Predicate<Hold> which) {
            return holds.dueBy(event, at, which);
        }

        @Override
        public List<String> openHolds(String performance) {
            return holds.dueBy(event, Instant.MAX, hold -> hold.performanceId().equals(performance));
        }

        private List<String> performances() {
            OpenedShow show = show(event);
            return show == null
                    ? List.of()
                    : show.seats().definition().performances().stream()
                            .map(Performance::id)
                            .toList();
        }
    }
}
