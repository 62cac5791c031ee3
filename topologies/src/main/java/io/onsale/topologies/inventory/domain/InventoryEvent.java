package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Instant;
import java.util.List;

/** What happens to one show's seats. */
public sealed interface InventoryEvent {

    /** Inventory sells this show. */
    record ShowOpened(ShowDefinition definition) implements InventoryEvent {}

    /** Inventory sells nothing more of this show. */
    record ShowClosed() implements InventoryEvent {}

    /** Seats are held for a fan until a deadline, at these prices. */
    record SeatsHeld(
            String holdId, String fanId, String performanceId, List<PricedSeat> seats, Price price, Instant expiresAt)
            implements InventoryEvent {

        public SeatsHeld {
            seats = List.copyOf(seats);
        }

        List<String> seatIds() {
            return seats.stream().map(PricedSeat::seatId).toList();
        }
    }

    /** A hold was refused. */
    record HoldRefused(String holdId, String fanId, Refusal refusal) implements InventoryEvent {}

    /** A hold was given back; its seats are on sale again. */
    record HoldReleased(String holdId, String fanId, String performanceId, List<String> seatIds)
            implements InventoryEvent {

        public HoldReleased {
            seatIds = List.copyOf(seatIds);
        }
    }

    /** A hold's deadline passed; its seats are on sale again. */
    record HoldExpired(String holdId, String fanId, String performanceId, List<String> seatIds, Instant deadline)
            implements InventoryEvent {

        public HoldExpired {
            seatIds = List.copyOf(seatIds);
        }
    }

    /** A release was refused. */
    record ReleaseRefused(String holdId, String fanId, Refusal refusal) implements InventoryEvent {}
}
