package io.onsale.topologies.inventory;

import io.onsale.schemas.inventory.ExpireHold;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.schemas.inventory.StoredHold;
import io.onsale.schemas.inventory.StoredShow;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.topologies.inventory.domain.Hold;
import io.onsale.topologies.inventory.domain.InventoryBooks;
import io.onsale.topologies.inventory.domain.InventoryDecider;
import io.onsale.topologies.inventory.domain.InventoryView;
import io.onsale.topologies.kit.Alarms;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.DeciderIo;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.StateStores;
import io.onsale.topologies.kit.Sweep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Inventory as a topology: the package's manual says what it decides. */
public final class InventoryTopology
        implements DeciderTopology<
                InventoryCommand,
                InventoryEvent,
                InventoryReply,
                InventoryView,
                io.onsale.topologies.inventory.domain.InventoryCommand,
                io.onsale.topologies.inventory.domain.InventoryEvent> {

    private final InventoryMapping mapping = new InventoryMapping();

    @Override
    public DeciderIo<InventoryCommand, InventoryEvent, InventoryReply> io() {
        return InventoryIo.IO;
    }

    @Override
    public InventoryMapping protocol() {
        return mapping;
    }

    @Override
    public Optional<InventoryMapping> answers() {
        return Optional.of(mapping);
    }

    @Override
    public InventoryDecider decider() {
        return new InventoryDecider();
    }

    @Override
    public List<StoreBuilder<?>> stores(AvroSerdes serdes) {
        return InventoryStores.builders(serdes);
    }

    @Override
    public Map<String, Class<? extends SpecificRecord>> storedRecords() {
        return Map.of(InventoryIo.SHOWS, StoredShow.class, InventoryIo.HOLDS, StoredHold.class);
    }

    @Override
    public Opened<InventoryCommand, InventoryView, io.onsale.topologies.inventory.domain.InventoryEvent> open(
            StateStores stores) {
        KeyValueStore<String, Hold> holds = stores.get(InventoryIo.HOLDS);
        InventoryBooks books = new InventoryBooks(
                stores.table(InventoryIo.SHOWS),
                stores.table(InventoryIo.SEATS),
                stores.table(InventoryIo.AREAS),
                stores.table(InventoryIo.HOLDS),
                stores.table(InventoryIo.FANS));
        Sweep<Hold> forgotten = new Sweep<>(holds, Hold::forgotten);
        return new Opened<>(books, now -> alarms(books, now), List.of(forgotten));
    }

    private static List<Alarms.Alarm<InventoryCommand>> alarms(InventoryBooks books, Instant now) {
        return books.earliestDue(now).entrySet().stream()
                .map(due -> new Alarms.Alarm<>(due.getKey(), expire(due.getValue(), now)))
                .toList();
    }

    private static InventoryCommand expire(String hold, Instant now) {
        return new InventoryCommand(CommonMapping.fromTimer(InventoryIo.IO.name(), now), new ExpireHold(hold));
    }
}
