package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.InventoryCommand.CloseShopper;
import io.onsale.topologies.inventory.domain.InventoryCommand.HoldSeats;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldReleased;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldUnclaimed;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShopperClosed;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShopperClosing;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who may hold something of a show with a waiting room, and what is left of an admission that is to end. */
final class ShopperRules {

    static final Refusal ADMISSION_ENDED = Refusal.of(
            "admission_ended",
            "This admission has ended, and what it held is free again. To go on, join the queue again, if it is still open.");

    private static final Refusal FINISHED = Refusal.of(
            "admission_ended",
            "Everything that this admission held was bought. To buy more, join the queue again, if it is still open.");

    /** Why whoever shows this holds nothing, or null where that is no reason. */
    static @Nullable Refusal refuse(InventoryView view, SeatMap map, HoldSeats hold, Instant at) {
        if (map.definition().waitingRoom() == null) {
            return null;
        }
        Admission admission = hold.admission();
        if (admission == null) {
            return Refusal.of("admission_required", "This event has a waiting room; hold once it has let you in.");
        }
        Shopper shopper = view.shopper(admission.id(), at);
        if (shopper != null && !shopper.fanId().equals(hold.fanId())) {
            return Refusal.of("admission_invalid", "This admission is another fan's.");
        }
        if (shopper != null && shopper.finished()) {
            return FINISHED;
        }
        return admission.ended(at) || (shopper != null && !shopper.shopping()) ? ADMISSION_ENDED : null;
    }

    /** Where nothing is left this is said, and said again each time, so that whoever asks until it is answered comes to an end. */
    Decision<InventoryEvent> close(InventoryView view, CloseShopper close, Instant at) {
        Shopper known = view.shopper(close.admissionId(), at);
        Shopper shopper = known == null ? Shopper.of(close.fanId(), close.expiresAt()) : known;
        if (shopper.holds().isEmpty()) {
            return Decision.silently(List.of(
                    new ShopperClosed(close.admissionId(), shopper.fanId(), shopper.finished(), shopper.expiresAt())));
        }
        List<InventoryEvent> events = new ArrayList<>();
        if (shopper.shopping()) {
            events.add(new ShopperClosing(close.admissionId(), shopper.fanId(), shopper.expiresAt()));
        }
        for (String id : shopper.holds()) {
            Hold hold = Objects.requireNonNull(view.hold(id));
            if (hold.orderId() == null) {
                events.add(HoldReleased.of(id, hold));
            }
        }
        return Decision.silently(events);
    }

    /** These events, and where a shopper is left with nothing by one of them that it is closed. */
    static List<InventoryEvent> withWhoIsClosed(InventoryView view, List<InventoryEvent> events) {
        SeatMap map = view.seatMap();
        if (events.isEmpty() || map == null || map.definition().waitingRoom() == null) {
            return events;
        }
        OpenHolds open = new OpenHolds(view);
        List<InventoryEvent> all = new ArrayList<>();
        for (InventoryEvent event : withWhatMayNotStay(view, events)) {
            all.add(event);
            ShopperClosed closed = open.closedBy(event);
            if (closed != null) {
                all.add(closed);
            }
        }
        return all;
    }

    /** Whoever is closing keeps nothing that its order does not want any more. */
    private static List<InventoryEvent> withWhatMayNotStay(InventoryView view, List<InventoryEvent> events) {
        List<InventoryEvent> all = new ArrayList<>();
        for (InventoryEvent event : events) {
            all.add(event);
            Hold hold = event instanceof HoldUnclaimed left ? view.hold(left.holdId()) : null;
            String admission = hold == null ? null : hold.admissionId();
            Shopper shopper = admission == null ? null : view.shopper(admission);
            if (event instanceof HoldUnclaimed left && hold != null && shopper != null && shopper.closing()) {
                all.add(HoldReleased.of(left.holdId(), hold));
            }
        }
        return all;
    }
}
