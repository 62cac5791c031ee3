package io.onsale.standalone.topologies;

import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.topologies.inventory.InventoryTopology;
import io.onsale.topologies.inventory.domain.InventoryCommand;
import io.onsale.topologies.inventory.domain.InventoryView;
import io.onsale.topologies.kit.Answers;
import io.onsale.topologies.kit.DeciderIo;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.Protocol;
import io.onsale.topologies.kit.RowKind;
import io.onsale.topologies.kit.Tables;
import io.onsale.topologies.kit.domain.Decider;
import io.onsale.topologies.kit.domain.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Inventory with a bug: its decider throws at the hold of one id. */
record PoisonedInventory(InventoryTopology sound, String poison)
        implements DeciderTopology<
                io.onsale.schemas.inventory.InventoryCommand,
                InventoryEvent,
                InventoryReply,
                InventoryView,
                InventoryCommand,
                io.onsale.topologies.inventory.domain.InventoryEvent> {

    @Override
    public DeciderIo<io.onsale.schemas.inventory.InventoryCommand, InventoryEvent, InventoryReply> io() {
        return sound.io();
    }

    @Override
    public Protocol<
                    io.onsale.schemas.inventory.InventoryCommand,
                    InventoryEvent,
                    InventoryCommand,
                    io.onsale.topologies.inventory.domain.InventoryEvent>
            protocol() {
        return sound.protocol();
    }

    @Override
    public Optional<? extends Answers<InventoryReply, io.onsale.topologies.inventory.domain.InventoryEvent>> answers() {
        return sound.answers();
    }

    @Override
    public Decider<InventoryView, InventoryCommand, io.onsale.topologies.inventory.domain.InventoryEvent> decider() {
        var decider = sound.decider();
        return new Decider<>() {
            @Override
            public List<io.onsale.topologies.inventory.domain.InventoryEvent> due(
                    InventoryView view, InventoryCommand command, Instant at) {
                return decider.due(view, command, at);
            }

            @Override
            public Decision<io.onsale.topologies.inventory.domain.InventoryEvent> decide(
                    InventoryView view, InventoryCommand command, Instant at) {
                if (command instanceof InventoryCommand.HoldSeats hold
                        && hold.holdId().equals(poison)) {
                    throw new IllegalStateException("a bug of ours");
                }
                return decider.decide(view, command, at);
            }
        };
    }

    @Override
    public List<RowKind<?>> rows() {
        return sound.rows();
    }

    @Override
    public Opened<
                    io.onsale.schemas.inventory.InventoryCommand,
                    InventoryView,
                    io.onsale.topologies.inventory.domain.InventoryEvent>
            open(Tables tables) {
        return sound.open(tables);
    }
}
