package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when and until when an event and each of its performances are sold. */
final class SaleWindow {

    private SaleWindow() {}

    /** Why nothing of an event is sold at this instant, or null where something is. */
    static @Nullable Refusal ofEvent(InventoryView view, ShowDefinition show, Instant at) {
        if (view.closed() || !at.isBefore(show.saleEnd())) {
            return closed("The sale of this event has ended.");
        }
        Instant opens = show.terms().onSaleAt();
        if (at.isBefore(opens)) {
            return Refusal.of("not_on_sale", "The sale of this event opens at " + opens + ".");
        }
        return null;
    }

    /** Until when places of a performance can be sold. */
    static Instant until(ShowDefinition show, Performance performance) {
        Instant end = show.saleEnd();
        return performance.startsAt().isBefore(end) ? performance.startsAt() : end;
    }

    /** Why nothing of a performance is sold at this instant, or null where something is: times of entry are until they come. */
    static @Nullable Refusal ofPerformance(Performance performance, Wish wish, Instant at) {
        if (performance.cancelled()) {
            return Refusal.of("performance_cancelled", "This performance was cancelled.");
        }
        return wish.isForASlot() || at.isBefore(performance.startsAt()) ? null : closed("This performance has begun.");
    }

    private static Refusal closed(String detail) {
        return Refusal.of("sale_closed", detail);
    }
}
