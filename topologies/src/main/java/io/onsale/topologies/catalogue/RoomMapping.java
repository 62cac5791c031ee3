package io.onsale.topologies.catalogue;

import io.onsale.schemas.admission.Room;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.WaitingRoom;
import io.onsale.topologies.show.PolicyMapping;
import io.onsale.topologies.show.ShowMapping;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.waiting.Policy;
import java.time.Instant;
import java.util.Optional;

/** What admission is told of an event. */
final class RoomMapping {

    private RoomMapping() {}

    /** The room it goes by; empty where the event sells without one. */
    static Optional<Room> room(ShowDefinition show) {
        if (show.waitingRoom() == null) {
            return Optional.empty();
        }
        EventDefinition event = ShowMapping.toAvro(show);
        return Optional.of(room(event, event.getWaitingRoom(), show.saleEnd()));
    }

    private static Room room(EventDefinition event, WaitingRoom room, Instant saleEnd) {
        return new Room(
                event.getOrganizerId(),
                room.getOpensAt(),
                event.getOnSaleAt(),
                room.getMaxConcurrent(),
                room.getAdmitPerSecond(),
                PolicyMapping.toAvro(Policy.named(room.getPolicy()).orElseThrow()),
                room.getBeacon(),
                room.getArriveWithinSeconds(),
                room.getMaxPerAddress(),
                room.getMaxPerDevice(),
                saleEnd);
    }
}
