package io.onsale.topologies.admission;

import io.onsale.schemas.admission.RoomControlled;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.admission.StoredRoom;
import io.onsale.topologies.admission.domain.AdmissionEvent;
import io.onsale.topologies.admission.domain.Beacon;
import io.onsale.topologies.admission.domain.Bytes;
import io.onsale.topologies.admission.domain.Control;
import io.onsale.topologies.admission.domain.Pace;
import io.onsale.topologies.admission.domain.Room;
import io.onsale.topologies.admission.domain.Terms;
import io.onsale.topologies.show.PolicyMapping;
import io.onsale.waiting.Hash;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A waiting room between Avro and the domain. */
final class RoomMapping {

    private RoomMapping() {}

    static Terms fromAvro(io.onsale.schemas.admission.Room room) {
        return new Terms(
                room.getOrganizerId(),
                room.getOpensAt(),
                room.getDrawsAt(),
                new Pace(room.getMaxConcurrent(), room.getAdmitPerSecond()),
                PolicyMapping.fromAvro(room.getPolicy()),
                beacon(room.getBeacon()),
                Duration.ofSeconds(room.getArriveWithinSeconds()),
                new Terms.JoinLimits(room.getMaxPerAddress(), room.getMaxPerDevice()),
                room.getSaleEndsAt());
    }

    private static @Nullable Beacon beacon(io.onsale.schemas.catalogue.@Nullable Beacon beacon) {
        return beacon == null ? null : new Beacon(beacon.getSource(), beacon.getRound(), beacon.getDueAt());
    }

    static io.onsale.schemas.admission.Room toAvro(Terms terms) {
        Beacon beacon = terms.beacon();
        return io.onsale.schemas.admission.Room.newBuilder()
                .setOrganizerId(terms.organizerId())
                .setOpensAt(terms.opensAt())
                .setDrawsAt(terms.drawsAt())
                .setMaxConcurrent(terms.pace().maxConcurrent())
                .setAdmitPerSecond(terms.pace().perSecond())
                .setPolicy(PolicyMapping.toAvro(terms.policy()))
                .setBeacon(
                        beacon == null
                                ? null
                                : new io.onsale.schemas.catalogue.Beacon(
                                        beacon.source(), beacon.round(), beacon.dueAt()))
                .setArriveWithinSeconds((int) terms.arriveWithin().toSeconds())
                .setMaxPerAddress(terms.limits().perAddress())
                .setMaxPerDevice(terms.limits().perDevice())
                .setSaleEndsAt(terms.saleEndsAt())
                .build();
    }

    static RoomControlled toAvro(AdmissionEvent.RoomControlled controlled) {
        Control control = controlled.control();
        return new RoomControlled(
                control.pace().maxConcurrent(),
                control.pace().perSecond(),
                RoomState.valueOf(control.state().name()),
                controlled.by());
    }

    static Control.@Nullable State state(@Nullable RoomState state) {
        return state == null ? null : Control.State.valueOf(state.name());
    }

    static StoredRoom store(Room room) {
        Room.Draw draw = room.draw();
        Hash root = draw.root();
        Bytes beacon = draw.beacon();
        return StoredRoom.newBuilder()
                .setRoom(toAvro(room.terms()))
                .setMaxConcurrent(room.control().pace().maxConcurrent())
                .setAdmitPerSecond(room.control().pace().perSecond())
                .setState(RoomState.valueOf(room.control().state().name()))
                .setUnpaused(RoomState.valueOf(room.unpaused().name()))
                .setJoined(room.count().joined())
                .setMoved(room.count().moved())
                .setShopping(room.count().shopping())
                .setNextAdmissionAt(room.nextAdmission())
                .setRosterRoot(root == null ? null : Octets.toAvro(root))
                .setRosterSize(draw.size())
                .setBeacon(beacon == null ? null : Octets.toAvro(beacon))
                .setDrawn(draw.drawn())
                .setOverSince(room.overSince())
                .build();
    }

    static Room load(StoredRoom room) {
        Control.State state = Control.State.valueOf(room.getState().name());
        ByteBuffer root = room.getRosterRoot();
        ByteBuffer beacon = room.getBeacon();
        return new Room(
                fromAvro(room.getRoom()),
                new Control(new Pace(room.getMaxConcurrent(), room.getAdmitPerSecond()), state),
                state == Control.State.PAUSED
                        ? Control.State.valueOf(room.getUnpaused().name())
                        : state,
                new Room.Count(Math.toIntExact(room.getJoined()), Math.toIntExact(room.getMoved()), room.getShopping()),
                new Room.Draw(
                        root == null ? null : Octets.hash(root),
                        room.getRosterSize(),
                        beacon == null ? null : Octets.fromAvro(beacon),
                        room.getDrawn()),
                room.getNextAdmissionAt(),
                room.getOverSince());
    }
}
