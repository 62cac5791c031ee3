package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.InventoryCommand.ChangeShow;
import io.onsale.topologies.inventory.domain.InventoryCommand.HoldSeats;
import io.onsale.topologies.inventory.domain.InventoryCommand.OpenShow;
import io.onsale.topologies.inventory.domain.InventoryCommand.StopPerformance;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldReleased;
import io.onsale.topologies.inventory.domain.InventoryEvent.PerformanceStopped;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowChanged;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowClosed;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowOpened;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.show.domain.Performance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the catalogue has sold, changed and called off. It is not asked twice: what is so already happens no second time. */
final class ShowRules {

    Decision<InventoryEvent> open(InventoryView view, OpenShow open) {
        return view.seatMap() == null
                ? Decision.silently(List.of(new ShowOpened(open.definition())))
                : Decision.nothing();
    }

    Decision<InventoryEvent> change(InventoryView view, ChangeShow change) {
        SeatMap map = view.seatMap();
        return map == null || map.definition().equals(change.definition())
                ? Decision.nothing()
                : Decision.silently(List.of(new ShowChanged(change.definition())));
    }

    Decision<InventoryEvent> close(InventoryView view) {
        return view.seatMap() == null || view.closed()
                ? Decision.nothing()
                : Decision.silently(List.of(new ShowClosed()));
    }

    /**
     * Whoever holds something of it can do nothing with it from then on; who owns something is told by checkout. Holds that are more than fit into a
     * transaction end with what is due next.
     */
    Decision<InventoryEvent> stop(InventoryView view, StopPerformance stop, Instant at) {
        SeatMap map = view.seatMap();
        Performance performance = map == null ? null : map.performance(stop.performanceId());
        if (performance == null || performance.cancelled()) {
            return Decision.nothing();
        }
        List<InventoryEvent> events = new ArrayList<>();
        events.add(new PerformanceStopped(performance.id()));
        events.addAll(released(view, view.openHolds(performance.id(), at, InventoryDecider.MOST_AT_ONCE)));
        return Decision.silently(events);
    }

    /** What is left of performances that were called off, as much as ends at once; and all that counts for a fan who wants to hold more. */
    List<InventoryEvent> due(InventoryView view, InventoryCommand command, Instant at) {
        Set<String> holds = new LinkedHashSet<>(view.holdsOfStopped(at, InventoryDecider.MOST_AT_ONCE));
        if (command instanceof HoldSeats hold) {
            holds.addAll(view.holdsOfStopped(at, hold.fanId(), hold.countedBy()));
        }
        return released(view, holds);
    }

    private static List<InventoryEvent> released(InventoryView view, Collection<String> holds) {
        List<InventoryEvent> events = new ArrayList<>();
        for (String id : holds) {
            Hold hold = Objects.requireNonNull(view.hold(id));
            events.add(HoldReleased.of(id, hold));
        }
        return events;
    }
}
