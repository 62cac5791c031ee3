package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.InventoryEvent.HoldExpired;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldReleased;
import io.onsale.topologies.inventory.domain.InventoryEvent.ReleaseRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsHeld;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowClosed;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowOpened;
import io.onsale.topologies.kit.domain.Books;
import io.onsale.topologies.kit.domain.LastRow;
import io.onsale.topologies.kit.domain.Table;
import io.onsale.topologies.show.domain.Performance;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All of inventory's state; only {@link #apply} changes it. */
public final class InventoryBooks implements Books<InventoryView, InventoryEvent> {

    private final Table<Show> shows;
    private final SeatBook seats;
    private final HoldBook holds;
    private final LimitLedger limits;
    /** Shows with their seats found by id, read from their rows once: every hold asks for them. */
    private final Map<String, OpenedShow> opened = new HashMap<>();

    private record OpenedShow(SeatMap seats, boolean closed) {}

    public InventoryBooks(Table<Show> shows, Table<String> seats, Table<Hold> holds, Table<Integer> fans) {
        this.shows = shows;
        this.seats = new SeatBook(seats);
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
            case ShowClosed closed -> close(event);
            case SeatsHeld held -> hold(event, held);
            case HoldReleased released -> {
                free(event, released.fanId(), released.performanceId(), released.seatIds());
                holds.end(event, released.holdId(), Hold.State.RELEASED, at);
            }
            case HoldExpired expired -> {
                free(event, expired.fanId(), expired.performanceId(), expired.seatIds());
                holds.end(event, expired.holdId(), Hold.State.EXPIRED, at);
            }
            case HoldRefused refused -> {}
            case ReleaseRefused refused -> {}
        }
    }

    /** For each show with something due by this instant, its earliest such hold. */
    public Map<String, String> earliestDue(Instant at) {
        return holds.earliestDue(at);
    }

    private void put(String event, Show show) {
        shows.put(event, show);
        opened.remove(event);
    }

    private void close(String event) {
        Show show = shows.get(event);
        if (show != null) {
            put(event, new Show(show.definition(), true));
        }
    }

    private void hold(String event, SeatsHeld held) {
        List<String> ids = held.seatIds();
        seats.take(event, held.performanceId(), ids, held.holdId());
        limits.add(event, held.fanId(), ids.size());
        Hold hold = new Hold(held.fanId(), held.performanceId(), ids, held.expiresAt(), Hold.State.OPEN, null);
        holds.open(event, held.holdId(), hold);
    }

    private void free(String event, String fan, String performance, List<String> ids) {
        seats.free(event, performance, ids);
        limits.add(event, fan, -ids.size());
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
