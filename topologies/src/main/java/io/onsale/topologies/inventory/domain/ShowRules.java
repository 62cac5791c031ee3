package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.InventoryCommand.ChangeShow;
import io.onsale.topologies.inventory.domain.InventoryCommand.OpenShow;
import io.onsale.topologies.inventory.domain.InventoryCommand.StopPerformance;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldReleased;
import io.onsale.topologies.inventory.domain.InventoryEvent.PerformanceStopped;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowChanged;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowClosed;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowOpened;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.show.domain.Performance;
import java.util.ArrayList;
import java.util.List;

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

    /** Whoever holds something of it holds nothing from then on; who owns something is told by checkout. */
    Decision<InventoryEvent> stop(InventoryView view, StopPerformance stop) {
        SeatMap map = view.seatMap();
        Performance performance = map == null ? null : map.performance(stop.performanceId());
        if (performance == null) {
            return Decision.nothing();
        }
        List<InventoryEvent> events = new ArrayList<>();
        if (!performance.cancelled()) {
            events.add(new PerformanceStopped(performance.id()));
        }
        for (String id : view.openHolds(performance.id())) {
            Hold hold = view.hold(id);
            if (hold != null) {
                events.add(new HoldReleased(id, hold.fanId(), hold.performanceId(), hold.places()));
            }
        }
        return Decision.silently(events);
    }
}
