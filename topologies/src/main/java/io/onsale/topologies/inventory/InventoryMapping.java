package io.onsale.topologies.inventory;

import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.inventory.ChangeShow;
import io.onsale.schemas.inventory.ClaimHold;
import io.onsale.schemas.inventory.CloseShopper;
import io.onsale.schemas.inventory.CloseShow;
import io.onsale.schemas.inventory.ConfirmSeats;
import io.onsale.schemas.inventory.ExpireHold;
import io.onsale.schemas.inventory.ExtendHold;
import io.onsale.schemas.inventory.HoldSeats;
import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.schemas.inventory.OpenShow;
import io.onsale.schemas.inventory.ReleaseBatch;
import io.onsale.schemas.inventory.ReleaseHold;
import io.onsale.schemas.inventory.ReturnSeats;
import io.onsale.schemas.inventory.StopPerformance;
import io.onsale.schemas.inventory.UnclaimHold;
import io.onsale.topologies.inventory.domain.InventoryCommand;
import io.onsale.topologies.inventory.domain.InventoryEvent;
import io.onsale.topologies.kit.Answers;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.Consequence;
import io.onsale.topologies.kit.Protocol;
import io.onsale.topologies.show.ShowMapping;
import io.onsale.topologies.show.domain.CancellationPolicy;
import java.util.ArrayList;
import java.util.List;

/** Inventory's records between Avro and the domain. */
final class InventoryMapping
        implements Protocol<
                        io.onsale.schemas.inventory.InventoryCommand,
                        io.onsale.schemas.inventory.InventoryEvent,
                        InventoryCommand,
                        InventoryEvent>,
                Answers<InventoryReply, InventoryEvent> {

    @Override
    public CommandEnvelope envelope(io.onsale.schemas.inventory.InventoryCommand command) {
        return command.getEnvelope();
    }

    @Override
    public InventoryCommand command(io.onsale.schemas.inventory.InventoryCommand command) {
        return switch (command.getBody()) {
            case OpenShow open -> new InventoryCommand.OpenShow(ShowMapping.fromAvro(open.getDefinition()));
            case ChangeShow change -> new InventoryCommand.ChangeShow(ShowMapping.fromAvro(change.getDefinition()));
            case StopPerformance stop -> new InventoryCommand.StopPerformance(stop.getPerformanceId());
            case CloseShow close -> new InventoryCommand.CloseShow();
            case HoldSeats hold ->
                new InventoryCommand.HoldSeats(
                        hold.getHoldId(),
                        hold.getFanId(),
                        hold.getPerformanceId(),
                        WishMapping.wish(hold),
                        AdmissionMapping.fromAvro(hold.getAdmission()),
                        hold.getContactKey(),
                        hold.getIdentityKey());
            case ExtendHold extend -> new InventoryCommand.ExtendHold(extend.getHoldId(), extend.getFanId());
            case ReleaseHold release -> new InventoryCommand.ReleaseHold(release.getHoldId(), release.getFanId());
            case ExpireHold expire -> new InventoryCommand.ExpireHold(expire.getHoldId());
            case ClaimHold claim ->
                new InventoryCommand.ClaimHold(claim.getOrderId(), claim.getHoldId(), claim.getFanId());
            case UnclaimHold unclaim ->
                new InventoryCommand.UnclaimHold(unclaim.getOrderId(), unclaim.getHoldId(), unclaim.getFanId());
            case ConfirmSeats confirm ->
                new InventoryCommand.ConfirmSeats(confirm.getOrderId(), confirm.getHoldId(), confirm.getFanId());
            case ReturnSeats back ->
                new InventoryCommand.ReturnSeats(
                        back.getOrderId(),
                        back.getHoldId(),
                        back.getFanId(),
                        PlacesMapping.fromAvro(back.getSeatIds(), back.getAreas()),
                        back.getEverything(),
                        CancellationPolicy.Returns.valueOf(back.getReturns().name()));
            case ReleaseBatch release -> new InventoryCommand.ReleaseBatch(release.getBatchId());
            case CloseShopper close ->
                new InventoryCommand.CloseShopper(close.getAdmissionId(), close.getFanId(), close.getExpiresAt());
            case Object other -> throw CommonMapping.unknown(other);
        };
    }

    @Override
    public io.onsale.schemas.inventory.InventoryEvent event(EventEnvelope envelope, InventoryEvent event) {
        return new io.onsale.schemas.inventory.InventoryEvent(envelope, EventMapping.body(event));
    }

    @Override
    public List<Consequence> consequences(String key, InventoryEvent event, EventEnvelope envelope) {
        List<Consequence> all = new ArrayList<>(CheckoutMapping.told(key, event, envelope));
        all.addAll(AdmissionMapping.told(key, event, envelope));
        return all;
    }

    @Override
    public Object outcome(InventoryEvent answer) {
        return switch (answer) {
            case InventoryEvent.HoldRefused refused -> CommonMapping.toAvro(refused.refusal());
            case InventoryEvent.ExtendRefused refused -> CommonMapping.toAvro(refused.refusal());
            case InventoryEvent.ReleaseRefused refused -> CommonMapping.toAvro(refused.refusal());
            case InventoryEvent told -> EventMapping.body(told);
        };
    }

    @Override
    public Object outcome(InventoryReply reply) {
        return reply.getOutcome();
    }

    @Override
    public InventoryReply reply(String commandId, long sequence, boolean replayed, Object outcome) {
        return new InventoryReply(commandId, sequence, replayed, outcome);
    }
}
