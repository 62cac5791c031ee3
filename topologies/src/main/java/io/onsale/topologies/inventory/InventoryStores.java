package io.onsale.topologies.inventory;

import io.onsale.schemas.inventory.HoldState;
import io.onsale.schemas.inventory.StoredHold;
import io.onsale.schemas.inventory.StoredShow;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.topologies.inventory.domain.Hold;
import io.onsale.topologies.inventory.domain.Show;
import io.onsale.topologies.kit.MappedSerde;
import io.onsale.topologies.kit.TopologyAssembly;
import io.onsale.topologies.show.ShowMapping;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;

/** How inventory's rows are kept. */
final class InventoryStores {

    private InventoryStores() {}

    static List<StoreBuilder<?>> builders(AvroSerdes serdes) {
        return List.of(
                TopologyAssembly.store(
                        InventoryIo.SHOWS,
                        MappedSerde.of(
                                serdes.of(StoredShow.class), InventoryStores::storeShow, InventoryStores::loadShow)),
                TopologyAssembly.store(InventoryIo.SEATS, Serdes.String()),
                TopologyAssembly.store(
                        InventoryIo.HOLDS,
                        MappedSerde.of(
                                serdes.of(StoredHold.class), InventoryStores::storeHold, InventoryStores::loadHold)),
                TopologyAssembly.store(InventoryIo.FANS, Serdes.Integer()));
    }

    private static StoredShow storeShow(Show show) {
        return new StoredShow(ShowMapping.toAvro(show.definition()), show.closed());
    }

    private static Show loadShow(StoredShow show) {
        return new Show(ShowMapping.fromAvro(show.getDefinition()), show.getClosed());
    }

    private static StoredHold storeHold(Hold hold) {
        return new StoredHold(
                hold.fanId(),
                hold.performanceId(),
                hold.seatIds(),
                hold.expiresAt(),
                HoldState.valueOf(hold.state().name()),
                hold.endedAt());
    }

    private static Hold loadHold(StoredHold hold) {
        return new Hold(
                hold.getFanId(),
                hold.getPerformanceId(),
                hold.getSeatIds(),
                hold.getExpiresAt(),
                Hold.State.valueOf(hold.getState().name()),
                hold.getEndedAt());
    }
}
