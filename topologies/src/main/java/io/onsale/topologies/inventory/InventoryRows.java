package io.onsale.topologies.inventory;

import io.onsale.schemas.inventory.HoldState;
import io.onsale.schemas.inventory.ShopperState;
import io.onsale.schemas.inventory.StoredBatch;
import io.onsale.schemas.inventory.StoredHold;
import io.onsale.schemas.inventory.StoredReturn;
import io.onsale.schemas.inventory.StoredShopper;
import io.onsale.schemas.inventory.StoredShow;
import io.onsale.topologies.inventory.domain.Batch;
import io.onsale.topologies.inventory.domain.Hold;
import io.onsale.topologies.inventory.domain.NightWindow;
import io.onsale.topologies.inventory.domain.Places;
import io.onsale.topologies.inventory.domain.Quote;
import io.onsale.topologies.inventory.domain.Shopper;
import io.onsale.topologies.inventory.domain.Show;
import io.onsale.topologies.kit.RowKind;
import io.onsale.topologies.show.ShowMapping;
import java.time.Duration;
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

    /** By event and the HMAC of a contact, or a fan where none is known: how many tickets are held or owned. */
    static final RowKind<Integer> FANS = RowKind.of('F', "fans", Serdes.Integer());

    /** By event and id. */
    static final RowKind<Batch> BATCHES =
            RowKind.of('B', "batches", StoredBatch.class, InventoryRows::storeBatch, InventoryRows::loadBatch);

    /** By event, batch and number: the places of one return. */
    static final RowKind<Places> RETURNS =
            RowKind.of('R', "returns", StoredReturn.class, InventoryRows::storeReturn, InventoryRows::loadReturn);

    /** By event and admission. */
    static final RowKind<Shopper> SHOPPERS =
            RowKind.of('O', "shoppers", StoredShopper.class, InventoryRows::storeShopper, InventoryRows::loadShopper);

    static final List<RowKind<?>> ALL = List.of(SHOWS, SEATS, AREAS, HOLDS, FANS, BATCHES, RETURNS, SHOPPERS);

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
                .setAreas(PlacesMapping.areas(hold.places().areas()))
                .setPrices(hold.quote().seatPrices())
                .setFeePerTicket(hold.quote().feePerTicket())
                .setRuleVersion(hold.quote().ruleVersion())
                .setExpiresAt(hold.expiresAt())
                .setState(HoldState.valueOf(hold.state().name()))
                .setEndedAt(hold.endedAt())
                .setOrderId(hold.orderId())
                .setExtended(hold.extended())
                .setAdmissionId(hold.admissionId())
                .setContactKey(hold.contactKey())
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
                hold.getExtended(),
                hold.getAdmissionId(),
                hold.getContactKey());
    }

    private static StoredBatch storeBatch(Batch batch) {
        return new StoredBatch(
                batch.performanceId(),
                batch.window().start(),
                batch.window().length().toMillis(),
                batch.first(),
                batch.next(),
                batch.left());
    }

    private static Batch loadBatch(StoredBatch batch) {
        return new Batch(
                batch.getPerformanceId(),
                new NightWindow(batch.getWindowStart(), Duration.ofMillis(batch.getWindowMillis())),
                batch.getFirst(),
                batch.getNext(),
                batch.getLeft());
    }

    private static StoredShopper storeShopper(Shopper shopper) {
        return new StoredShopper(
                shopper.fanId(),
                shopper.holds(),
                ShopperState.valueOf(shopper.state().name()),
                shopper.expiresAt());
    }

    private static Shopper loadShopper(StoredShopper shopper) {
        return new Shopper(
                shopper.getFanId(),
                shopper.getHolds(),
                Shopper.State.valueOf(shopper.getState().name()),
                shopper.getExpiresAt());
    }

    private static StoredReturn storeReturn(Places places) {
        return new StoredReturn(places.seatIds(), PlacesMapping.areas(places.areas()));
    }

    private static Places loadReturn(StoredReturn places) {
        return PlacesMapping.fromAvro(places.getSeatIds(), places.getAreas());
    }
}
