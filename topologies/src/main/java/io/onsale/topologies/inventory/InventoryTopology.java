package io.onsale.topologies.inventory;

import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.inventory.ExpireHold;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.schemas.inventory.ReleaseBatch;
import io.onsale.schemas.inventory.StopPerformance;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.inventory.domain.Batch;
import io.onsale.topologies.inventory.domain.BatchDraws;
import io.onsale.topologies.inventory.domain.Hold;
import io.onsale.topologies.inventory.domain.InventoryBooks;
import io.onsale.topologies.inventory.domain.InventoryDecider;
import io.onsale.topologies.inventory.domain.InventoryView;
import io.onsale.topologies.inventory.domain.Shopper;
import io.onsale.topologies.kit.Alarms;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.DeciderIo;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.RowKind;
import io.onsale.topologies.kit.StoreTable;
import io.onsale.topologies.kit.Sweep;
import io.onsale.topologies.kit.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

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
    private final BatchDraws draws;

    /** Inventory that derives the instants of batches from this key. */
    public InventoryTopology(ProcessKey key) {
        this.draws = new NightDraws(key);
    }

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
        return new InventoryDecider(draws);
    }

    @Override
    public List<RowKind<?>> rows() {
        return InventoryRows.ALL;
    }

    @Override
    public Opened<InventoryCommand, InventoryView, io.onsale.topologies.inventory.domain.InventoryEvent> open(
            Tables tables) {
        StoreTable<Hold> holds = tables.of(InventoryRows.HOLDS);
        StoreTable<Shopper> shoppers = tables.of(InventoryRows.SHOPPERS);
        StoreTable<String> seats = tables.of(InventoryRows.SEATS);
        StoreTable<Integer> areas = tables.of(InventoryRows.AREAS);
        StoreTable<Integer> fans = tables.of(InventoryRows.FANS);
        StoreTable<Batch> batches = tables.of(InventoryRows.BATCHES);
        InventoryBooks.Tables rows = new InventoryBooks.Tables(
                tables.of(InventoryRows.SHOWS),
                seats,
                areas,
                holds,
                fans,
                batches,
                tables.of(InventoryRows.RETURNS),
                shoppers);
        InventoryBooks books = new InventoryBooks(rows, draws);
        List<Sweep<?>> sweeps = List.of(
                new Sweep<>(holds, books::forgotten),
                new Sweep<>(seats, (key, hold, now) -> books.isPlaceLongOver(key, now)),
                new Sweep<>(areas, (key, taken, now) -> books.isPlaceLongOver(key, now)),
                new Sweep<>(fans, (key, tickets, now) -> books.isShowLongOver(key, now)),
                new Sweep<>(batches, Batch::forgotten),
                new Sweep<>(shoppers, Shopper::forgotten));
        return new Opened<>(books, now -> alarms(books, now), sweeps);
    }

    private static List<Alarms.Alarm<InventoryCommand>> alarms(InventoryBooks books, Instant now) {
        Stream<Alarms.Alarm<InventoryCommand>> holds = books.earliestDue(now).entrySet().stream()
                .map(due -> alarm(due.getKey(), new ExpireHold(due.getValue()), now));
        Stream<Alarms.Alarm<InventoryCommand>> batches = books.earliestBatch(now).entrySet().stream()
                .map(due -> alarm(due.getKey(), new ReleaseBatch(due.getValue()), now));
        Stream<Alarms.Alarm<InventoryCommand>> stopped = books.stoppedButHeld(now).entrySet().stream()
                .map(left -> alarm(left.getKey(), new StopPerformance(left.getValue()), now));
        return Stream.of(holds, batches, stopped).flatMap(each -> each).toList();
    }

    private static Alarms.Alarm<InventoryCommand> alarm(String event, SpecificRecord body, Instant now) {
        CommandEnvelope envelope = CommonMapping.fromTimer(InventoryIo.IO.name(), now);
        return new Alarms.Alarm<>(event, new InventoryCommand(envelope, body));
    }
}
