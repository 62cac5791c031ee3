package io.onsale.topologies.admission;

import io.onsale.schemas.admission.ArriveAtSale;
import io.onsale.schemas.admission.ChangeRoom;
import io.onsale.schemas.admission.CloseRoom;
import io.onsale.schemas.admission.ControlRoom;
import io.onsale.schemas.admission.JoinQueue;
import io.onsale.schemas.admission.LeaveQueue;
import io.onsale.schemas.admission.OpenRoom;
import io.onsale.schemas.admission.PublishBeacon;
import io.onsale.schemas.admission.RateFan;
import io.onsale.schemas.admission.ShopperClosed;
import io.onsale.schemas.admission.Tier;
import io.onsale.schemas.admission.WakeRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand;
import io.onsale.topologies.admission.domain.AdmissionCommand.Caller;
import io.onsale.topologies.kit.CommonMapping;

/** Commands from Avro to the domain. */
final class CommandMapping {

    private CommandMapping() {}

    /** A command of this sender's. */
    static AdmissionCommand fromAvro(String sender, Object body) {
        return switch (body) {
            case OpenRoom open -> new AdmissionCommand.OpenRoom(RoomMapping.fromAvro(open.getRoom()));
            case ChangeRoom change -> new AdmissionCommand.ChangeRoom(RoomMapping.fromAvro(change.getRoom()));
            case CloseRoom close -> new AdmissionCommand.CloseRoom(sender);
            case JoinQueue join ->
                new AdmissionCommand.JoinQueue(
                        join.getJoins().stream().map(PlaceMapping::fromAvro).toList());
            case LeaveQueue leave -> new AdmissionCommand.LeaveQueue(leave.getFanId(), leave.getSequence());
            case ArriveAtSale arrive -> new AdmissionCommand.ArriveAtSale(arrive.getFanId(), arrive.getAdmissionId());
            case ControlRoom control ->
                new AdmissionCommand.ControlRoom(
                        new Caller(control.getOrganizerId(), sender),
                        control.getMaxConcurrent(),
                        control.getAdmitPerSecond(),
                        RoomMapping.state(control.getState()),
                        control.getPaused());
            case RateFan rate -> rate(sender, rate);
            case PublishBeacon beacon ->
                new AdmissionCommand.PublishBeacon(
                        new Caller(beacon.getOrganizerId(), sender),
                        beacon.getRound(),
                        Octets.fromAvro(beacon.getValue()));
            case ShopperClosed closed -> new AdmissionCommand.ShopperClosed(closed.getAdmissionId());
            case WakeRoom wake -> new AdmissionCommand.WakeRoom();
            case Object other -> throw CommonMapping.unknown(other);
        };
    }

    private static AdmissionCommand rate(String sender, RateFan rate) {
        Tier tier = rate.getTier();
        return new AdmissionCommand.RateFan(
                new Caller(rate.getOrganizerId(), sender),
                rate.getFanId(),
                tier == null ? null : PlaceMapping.fromAvro(tier),
                rate.getSuspicion(),
                rate.getReason());
    }
}
