package io.onsale.topologies.inventory;

import io.onsale.schemas.Topics;
import io.onsale.schemas.checkout.AcceptHold;
import io.onsale.schemas.checkout.AcceptSeats;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.ProlongOrder;
import io.onsale.schemas.checkout.RejectHold;
import io.onsale.schemas.checkout.RejectSeats;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.topologies.inventory.domain.Claim;
import io.onsale.topologies.inventory.domain.InventoryEvent;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.Consequence;
import io.onsale.topologies.kit.domain.Refusal;
import java.util.List;

/** What checkout is told of an order's hold. */
final class CheckoutMapping {

    private static final io.onsale.schemas.common.Refusal GIVEN_BACK =
            CommonMapping.toAvro(Refusal.of("reservation_ended", "This reservation was given back."));

    private CheckoutMapping() {}

    static List<Consequence> told(String key, InventoryEvent event, EventEnvelope envelope) {
        return switch (event) {
            case InventoryEvent.HoldClaimed claimed ->
                tell(key, envelope, accepted(claimed.orderId(), claimed.claim()));
            case InventoryEvent.ClaimRefused refused ->
                tell(key, envelope, new RejectHold(refused.orderId(), CommonMapping.toAvro(refused.refusal())));
            case InventoryEvent.HoldReleased released -> {
                String order = released.orderId();
                yield order == null ? List.of() : tell(key, envelope, new RejectHold(order, GIVEN_BACK));
            }
            case InventoryEvent.HoldExtended extended -> {
                String order = extended.orderId();
                yield order == null ? List.of() : tell(key, envelope, new ProlongOrder(order, extended.expiresAt()));
            }
            case InventoryEvent.SeatsConfirmed confirmed -> tell(key, envelope, new AcceptSeats(confirmed.orderId()));
            case InventoryEvent.OwnershipRepeated again -> tell(key, envelope, new AcceptSeats(again.orderId()));
            case InventoryEvent.ConfirmRefused refused ->
                tell(key, envelope, new RejectSeats(refused.orderId(), CommonMapping.toAvro(refused.refusal())));
            default -> List.of();
        };
    }

    private static AcceptHold accepted(String orderId, Claim claim) {
        return new AcceptHold(
                orderId,
                claim.performanceId(),
                PlacesMapping.seats(claim.seats()),
                PlacesMapping.areas(claim.areas()),
                claim.currency(),
                claim.feePerTicket(),
                claim.ruleVersion(),
                claim.expiresAt());
    }

    private static List<Consequence> tell(String key, EventEnvelope envelope, Object body) {
        CheckoutCommand command = new CheckoutCommand(CommonMapping.fromEvent(InventoryIo.IO.name(), envelope), body);
        return List.of(new Consequence(Topics.CHECKOUT_COMMANDS, key, command));
    }
}
