package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to one show's places. */
public sealed interface InventoryEvent {

    /** Inventory sells this show. */
    record ShowOpened(ShowDefinition definition) implements InventoryEvent {}

    /** Inventory sells nothing more of this show. */
    record ShowClosed() implements InventoryEvent {}

    /** Inventory sells this show by another definition. */
    record ShowChanged(ShowDefinition definition) implements InventoryEvent {}

    /** Nothing of a performance is sold any more. */
    record PerformanceStopped(String performanceId) implements InventoryEvent {}

    /**
     * Places are held for a fan until a deadline, at these prices.
     *
     * @param admission by which the fan held them, or null where the show has no waiting room
     * @param contactKey by whose owner the tickets are counted, or null where they are by fan
     */
    record SeatsHeld(
            String holdId,
            String fanId,
            String performanceId,
            List<PricedSeat> seats,
            List<HeldArea> areas,
            Price price,
            Instant expiresAt,
            @Nullable Admission admission,
            @Nullable String contactKey)
            implements InventoryEvent {

        public SeatsHeld {
            seats = List.copyOf(seats);
            areas = List.copyOf(areas);
        }

        Places places() {
            return new Places(seats.stream().map(PricedSeat::seatId).toList(), areas);
        }

        Quote quote() {
            List<Long> prices = seats.stream().map(PricedSeat::price).toList();
            return new Quote(prices, price.feePerTicket(), price.ruleVersion());
        }
    }

    /** A hold was refused. */
    record HoldRefused(String holdId, String fanId, Refusal refusal) implements InventoryEvent {}

    /** A hold was given back; its places are on sale again. */
    record HoldReleased(
            String holdId,
            String fanId,
            String performanceId,
            Places places,
            @Nullable String orderId) implements InventoryEvent {

        /** That no order is to be told of. */
        static HoldReleased of(String holdId, Hold hold) {
            return new HoldReleased(holdId, hold.fanId(), hold.performanceId(), hold.places(), null);
        }
    }

    /** A hold's deadline passed; its places are on sale again. */
    record HoldExpired(String holdId, String fanId, String performanceId, Places places, Instant deadline)
            implements InventoryEvent {}

    /** A release was refused. */
    record ReleaseRefused(String holdId, String fanId, Refusal refusal) implements InventoryEvent {}

    /**
     * A hold lasts longer.
     *
     * @param orderId that has claimed it, or null
     */
    record HoldExtended(
            String holdId,
            String fanId,
            Instant expiresAt,
            @Nullable String orderId) implements InventoryEvent {}

    /** A hold was not prolonged. */
    record ExtendRefused(String holdId, String fanId, Refusal refusal) implements InventoryEvent {}

    /** A hold belongs to an order, which is shown what it costs. */
    record HoldClaimed(String orderId, String holdId, String fanId, Claim claim) implements InventoryEvent {}

    /** A hold belongs to its order no longer, and is open until its deadline. */
    record HoldUnclaimed(String orderId, String holdId, String fanId) implements InventoryEvent {}

    /** An order does not get its hold. */
    record ClaimRefused(String orderId, String holdId, String fanId, Refusal refusal) implements InventoryEvent {}

    /** An order owns everything in its hold, which has no deadline any more. */
    record SeatsConfirmed(String orderId, String holdId, String fanId, String performanceId, Places places)
            implements InventoryEvent {}

    /** An order is told again that it owns everything in its hold. */
    record OwnershipRepeated(String orderId, String holdId, String fanId) implements InventoryEvent {}

    /** An order does not own its places. */
    record ConfirmRefused(String orderId, String holdId, String fanId, Refusal refusal) implements InventoryEvent {}

    /**
     * Places an order had are free again, or wait.
     *
     * @param withheld null: they are free
     */
    record SeatsReturned(
            String orderId,
            String holdId,
            String fanId,
            String performanceId,
            Places places,
            @Nullable Withheld withheld)
            implements InventoryEvent {}

    /**
     * An admission may hold nothing more.
     *
     * @param expiresAt of the admission
     */
    record ShopperClosing(String admissionId, String fanId, Instant expiresAt) implements InventoryEvent {}

    /**
     * An admission can do nothing any more. Where somebody asks again, it is said again.
     *
     * @param finished because everything was bought
     * @param expiresAt of the admission
     */
    record ShopperClosed(String admissionId, String fanId, boolean finished, Instant expiresAt)
            implements InventoryEvent {}

    /**
     * Places that waited are on sale again, all of a batch or a portion of it.
     *
     * @param returns the numbers of the returns that they came with
     */
    record BatchReleased(String batchId, String performanceId, List<Long> returns, Places places, BatchDraw draw)
            implements InventoryEvent {

        public BatchReleased {
            returns = List.copyOf(returns);
        }
    }
}
