package io.onsale.topologies.inventory;

import io.onsale.schemas.inventory.HoldState;
import io.onsale.schemas.inventory.StoredHold;
import io.onsale.schemas.inventory.StoredShow;
import io.onsale.topologies.inventory.domain.Hold;
import io.onsale.topologies.inventory.domain.Quote;
import io.onsale.topologies.inventory.domain.Show;
import io.onsale.topologies.kit.RowKind;
import io.onsale.topologies.show.ShowMapping;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;

/** Inventory's kinds of rows, and how they are kept. */
final class InventoryRows {

    /** By event: its definition, and whether it is closed. */
    static final RowKind<Show> SHOWS =
            RowKind.of('S', "shows", StoredShow.class, InventoryRows::storeShow, InventoryRows::loadShow);

    /** By event, performance and seat: the hold it belongs to; a free seat has no row. */
    static final RowKind<String> SEATS = RowKind.of('P', "seats", Serdes.String());

    /** By event, performance, section and slot: how many places without numbers are not free; where all are, there is no row. */
    static final RowKind<Integer> AREAS = RowKind.of('A', "areas", Serdes.Integer());

    /** By event and id. */
    static final RowKind<Hold> HOLDS =
            RowKind.of('H', "holds", StoredHold.class, InventoryRows::storeHold, InventoryRows::loadHold);

    /** By event and fan: how many tickets are held or owned. */
    static final RowKind<Integer> FANS = RowKind.of('F', "fans", Serdes.Integer());

    static final List<RowKind<?>> ALL = List.of(SHOWS, SEATS, AREAS, HOLDS, FANS);

    private InventoryRows() {}

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
