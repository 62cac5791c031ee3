package io.onsale.topologies.inventory;

import io.onsale.topologies.inventory.domain.HeldArea;
import io.onsale.topologies.inventory.domain.Places;
import io.onsale.topologies.inventory.domain.PricedSeat;
import java.util.List;

/** Seats and areas between Avro and the domain. */
final class PlacesMapping {

    private PlacesMapping() {}

    static Places fromAvro(List<String> seatIds, List<io.onsale.schemas.inventory.HeldArea> areas) {
        return new Places(seatIds, areas.stream().map(PlacesMapping::area).toList());
    }

    static io.onsale.schemas.inventory.HeldArea toAvro(HeldArea area) {
        return new io.onsale.schemas.inventory.HeldArea(
                area.section(), area.slot(), area.quantity(), area.grade(), area.price());
    }

    static List<io.onsale.schemas.inventory.HeldArea> areas(List<HeldArea> areas) {
        return areas.stream().map(PlacesMapping::toAvro).toList();
    }

    static List<io.onsale.schemas.inventory.PricedSeat> seats(List<PricedSeat> seats) {
        return seats.stream().map(PlacesMapping::seat).toList();
    }

    private static HeldArea area(io.onsale.schemas.inventory.HeldArea area) {
        return new HeldArea(area.getSection(), area.getSlot(), area.getQuantity(), area.getGrade(), area.getPrice());
    }

    private static io.onsale.schemas.inventory.PricedSeat seat(PricedSeat seat) {
        return new io.onsale.schemas.inventory.PricedSeat(
                seat.seatId(), seat.section(), seat.row(), seat.number(), seat.grade(), seat.price());
    }
}
