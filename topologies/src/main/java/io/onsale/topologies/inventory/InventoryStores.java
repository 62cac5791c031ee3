package io.onsale.topologies.inventory;

import io.onsale.schemas.inventory.HoldState;
import io.onsale.schemas.inventory.StoredHold;
import io.onsale.schemas.inventory.StoredShow;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.topologies.inventory.domain.Hold;
import io.onsale.topologies.inventory.domain.Quote;
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
                TopologyAssembly.store(InventoryIo.AREAS, Serdes.Integer()),
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
        return StoredHold.newBuilder()
                .setFanId(hold.fanId())
                .setPerformanceId(hold.performanceId())
                .setSeatIds(hold.places().seatIds())
                .setAreas(hold.places().areas().stream()
                        .map(PlacesMapping::toAvro)
                        .toList())
                .setPrices(hold.quote().seatPrices())
                .setFeePerTicket(hold.quote().feePerTicket())
                .setRuleVersion(hold.quote().ruleVersion())
                .setExpiresAt(hold.expiresAt())
                .setState(HoldState.valueOf(hold.state().name()))
                .setEndedAt(hold.endedAt())
                .setOrderId(hold.orderId())
                .setExtended(hold.extended())
                .build();
    }

    private static Hold loadHold(StoredHold hold) {
        return new Hold(
                hold.getFanId(),
                hold.getPerformanceId(),
                PlacesMapping.fromAvro(hold.getSeatIds(), hold.getAreas()),
                new Quote(hold.getPrices(), hold.getFeePerTicket(), hold.getRuleVersion()),
                hold.getExpiresAt(),
                Hold.State.valueOf(hold.getState().name()),
                hold.getEndedAt(),
                hold.getOrderId(),
                hold.getExtended());
    }
}
