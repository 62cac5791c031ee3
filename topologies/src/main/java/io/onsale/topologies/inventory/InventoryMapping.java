package io.onsale.topologies.inventory;

import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.inventory.CloseShow;
import io.onsale.schemas.inventory.ExpireHold;
import io.onsale.schemas.inventory.HoldExpired;
import io.onsale.schemas.inventory.HoldRefused;
import io.onsale.schemas.inventory.HoldReleased;
import io.onsale.schemas.inventory.HoldSeats;
import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.schemas.inventory.OpenShow;
import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.schemas.inventory.ReleaseHold;
import io.onsale.schemas.inventory.ReleaseRefused;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.ShowClosed;
import io.onsale.schemas.inventory.ShowOpened;
import io.onsale.topologies.inventory.domain.InventoryCommand;
import io.onsale.topologies.inventory.domain.InventoryEvent;
import io.onsale.topologies.kit.Answers;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.Protocol;
import io.onsale.topologies.show.ShowMapping;
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
            case CloseShow close -> new InventoryCommand.CloseShow();
            case HoldSeats hold ->
                new InventoryCommand.HoldSeats(
                        hold.getHoldId(),
                        hold.getFanId(),
                        hold.getPerformanceId(),
                        hold.getSection(),
                        hold.getSeatIds());
            case ReleaseHold release -> new InventoryCommand.ReleaseHold(release.getHoldId(), release.getFanId());
            case ExpireHold expire -> new InventoryCommand.ExpireHold(expire.getHoldId());
            case Object other -> throw CommonMapping.unknown(other);
        };
    }

    @Override
    public io.onsale.schemas.inventory.InventoryEvent event(EventEnvelope envelope, InventoryEvent event) {
        return new io.onsale.schemas.inventory.InventoryEvent(envelope, body(event));
    }

    @Override
    public Object outcome(InventoryEvent answer) {
        return switch (answer) {
            case InventoryEvent.HoldRefused refused -> CommonMapping.toAvro(refused.refusal());
            case InventoryEvent.ReleaseRefused refused -> CommonMapping.toAvro(refused.refusal());
            case InventoryEvent told -> body(told);
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

    private static Object body(InventoryEvent event) {
        return switch (event) {
            case InventoryEvent.ShowOpened opened -> new ShowOpened(ShowMapping.toAvro(opened.definition()));
            case InventoryEvent.ShowClosed closed -> new ShowClosed();
            case InventoryEvent.SeatsHeld held -> held(held);
            case InventoryEvent.HoldRefused refused ->
                new HoldRefused(refused.holdId(), refused.fanId(), CommonMapping.toAvro(refused.refusal()), List.of());
            case InventoryEvent.HoldReleased released ->
                new HoldReleased(
                        released.holdId(), released.fanId(), released.performanceId(), released.seatIds(), List.of());
            case InventoryEvent.HoldExpired expired ->
                new HoldExpired(
                        expired.holdId(),
                        expired.fanId(),
                        expired.performanceId(),
                        expired.seatIds(),
                        expired.deadline(),
                        List.of());
            case InventoryEvent.ReleaseRefused refused ->
                new ReleaseRefused(refused.holdId(), refused.fanId(), CommonMapping.toAvro(refused.refusal()));
        };
    }

    private static SeatsHeld held(InventoryEvent.SeatsHeld held) {
        return new SeatsHeld(
                held.holdId(),
                held.fanId(),
                held.performanceId(),
                held.seats().stream().map(InventoryMapping::seat).toList(),
                held.price().currency(),
                held.price().total(),
                held.price().ruleVersion(),
                held.expiresAt(),
                List.of(),
                0L,
                0L);
    }

    private static PricedSeat seat(io.onsale.topologies.inventory.domain.PricedSeat seat) {
        return new PricedSeat(seat.seatId(), seat.section(), seat.row(), seat.number(), seat.grade(), seat.price());
    }
}
