package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.show.domain.CancellationPolicy.Returns;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked of inventory about one show. */
public sealed interface InventoryCommand {

    /** Begin to sell it. */
    record OpenShow(ShowDefinition definition) implements InventoryCommand {}

    /** Sell nothing more of it. */
    record CloseShow() implements InventoryCommand {}

    /** Sell it by another definition. */
    record ChangeShow(ShowDefinition definition) implements InventoryCommand {}

    /** Sell nothing of a performance and end its holds. */
    record StopPerformance(String performanceId) implements InventoryCommand {}

    /**
     * Hold places, all that are wished for or none.
     *
     * @param performanceId may be left out where the show has one performance
     * @param admission what the fan shows where the show has a waiting room
     * @param contactKey by whose owner the fan's tickets are counted, or null where that is not known
     * @param identityKey who the fan is, as an identity provider says, or null where none was asked
     */
    record HoldSeats(
            String holdId,
            String fanId,
            @Nullable String performanceId,
            Wish wish,
            @Nullable Admission admission,
            @Nullable String contactKey,
            @Nullable String identityKey)
            implements InventoryCommand {

        /** Of somebody whose identity is not verified. */
        public HoldSeats(
                String holdId,
                String fanId,
                @Nullable String performanceId,
                Wish wish,
                @Nullable Admission admission,
                @Nullable String contactKey) {
            this(holdId, fanId, performanceId, wish, admission, contactKey, null);
        }

        /** Where a show needs a verified identity that is what counts: one person may have many contacts. */
        HoldSeats countedIn(@Nullable SeatMap map) {
            boolean byIdentity = map != null && map.definition().conditions().identityRequired();
            return byIdentity && identityKey != null
                    ? new HoldSeats(holdId, fanId, performanceId, wish, admission, identityKey, identityKey)
                    : this;
        }

        /** By whom tickets are counted: one person has one limit, with an account and without. */
        String countedBy() {
            return contactKey == null ? fanId : contactKey;
        }
    }

    /** Prolong a hold, once. */
    record ExtendHold(String holdId, String fanId) implements InventoryCommand {}

    /** Give held seats back. */
    record ReleaseHold(String holdId, String fanId) implements InventoryCommand {}

    /** Look whether a hold's time is over. */
    record ExpireHold(String holdId) implements InventoryCommand {}

    /** Show a hold to the order that wants it; no other order gets it. */
    record ClaimHold(String orderId, String holdId, String fanId) implements InventoryCommand {}

    /** Leave a hold to its fan again, because its order came to nothing. */
    record UnclaimHold(String orderId, String holdId, String fanId) implements InventoryCommand {}

    /** Make an order the owner of everything in its hold. */
    record ConfirmSeats(String orderId, String holdId, String fanId) implements InventoryCommand {}

    /**
     * Take back what an order held or owned.
     *
     * @param everything whatever is left, instead of these places
     * @param returns when it is on sale again
     */
    record ReturnSeats(String orderId, String holdId, String fanId, Places places, boolean everything, Returns returns)
            implements InventoryCommand {}

    /**
     * Let an admission do nothing any more: what it holds and no order has claimed ends now, and it is closed once nothing is left.
     *
     * @param expiresAt of the admission
     */
    record CloseShopper(String admissionId, String fanId, Instant expiresAt) implements InventoryCommand {}

    /** Look whether a batch is due. */
    record ReleaseBatch(String batchId) implements InventoryCommand {}
}
