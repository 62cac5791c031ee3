package io.onsale.topologies.inventory;

import io.onsale.schemas.Topics;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.topologies.kit.DeciderIo;
import java.util.List;
import java.util.Optional;

/** Inventory's topics. */
final class InventoryIo {

    static final DeciderIo<InventoryCommand, InventoryEvent, InventoryReply> IO = new DeciderIo<>(
            "inventory",
            "seat",
            Topics.INVENTORY_COMMANDS,
            Topics.INVENTORY_EVENTS,
            Optional.of(Topics.INVENTORY_REPLIES),
            List.of(Topics.CHECKOUT_COMMANDS, Topics.ADMISSION_COMMANDS),
            Topics.INVENTORY_DEAD_LETTERS);

    private InventoryIo() {}
}
