package io.onsale.topologies.show;

import io.onsale.schemas.catalogue.ChallengeWhen;
import io.onsale.topologies.show.domain.WaitingRoom;
import io.onsale.topologies.show.domain.WaitingRoom.Beacon;
import io.onsale.topologies.show.domain.WaitingRoom.Challenge;
import io.onsale.topologies.show.domain.WaitingRoom.Joining;
import io.onsale.topologies.show.domain.WaitingRoom.Pace;
import org.jspecify.annotations.Nullable;

/** A show's waiting room between Avro and the domain. */
final class WaitingRoomMapping {

    private WaitingRoomMapping() {}

    static @Nullable WaitingRoom fromAvro(io.onsale.schemas.catalogue.@Nullable WaitingRoom room) {
        return room == null
                ? null
                : new WaitingRoom(
                        room.getOpensAt(),
                        new Pace(room.getMaxConcurrent(), room.getAdmitPerSecond(), room.getArriveWithinSeconds()),
                        room.getPolicy(),
                        beacon(room.getBeacon()),
                        new Joining(
                                room.getMaxPerAddress(),
                                room.getMaxPerDevice(),
                                Challenge.valueOf(room.getChallenge().name())));
    }

    static io.onsale.schemas.catalogue.@Nullable WaitingRoom toAvro(@Nullable WaitingRoom room) {
        return room == null
                ? null
                : new io.onsale.schemas.catalogue.WaitingRoom(
                        room.opensAt(),
                        room.pace().maxConcurrent(),
                        room.pace().admitPerSecond(),
                        room.policy(),
                        beacon(room.beacon()),
                        room.pace().arriveWithinSeconds(),
                        room.joining().maxPerAddress(),
                        room.joining().maxPerDevice(),
                        ChallengeWhen.valueOf(room.joining().challenge().name()));
    }

    private static @Nullable Beacon beacon(io.onsale.schemas.catalogue.@Nullable Beacon beacon) {
        return beacon == null ? null : new Beacon(beacon.getSource(), beacon.getRound(), beacon.getDueAt());
    }

    private static io.onsale.schemas.catalogue.@Nullable Beacon beacon(@Nullable Beacon beacon) {
        return beacon == null
                ? null
                : new io.onsale.schemas.catalogue.Beacon(beacon.source(), beacon.round(), beacon.dueAt());
    }
}
