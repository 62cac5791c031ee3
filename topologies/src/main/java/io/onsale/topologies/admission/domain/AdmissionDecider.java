package io.onsale.topologies.admission.domain;

import io.onsale.topologies.admission.domain.AdmissionCommand.ArriveAtSale;
import io.onsale.topologies.admission.domain.AdmissionCommand.ChangeRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.CloseRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.ControlRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.JoinQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.LeaveQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.OpenRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.PublishBeacon;
import io.onsale.topologies.admission.domain.AdmissionCommand.RateFan;
import io.onsale.topologies.admission.domain.AdmissionCommand.ShopperClosed;
import io.onsale.topologies.admission.domain.AdmissionCommand.WakeRoom;
import io.onsale.topologies.kit.domain.Decider;
import io.onsale.topologies.kit.domain.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides who waits for an event, in which order, and who is let in when. */
public final class AdmissionDecider implements Decider<AdmissionView, AdmissionCommand, AdmissionEvent> {

    private final RoomRules roomRules;
    private final DrawRules drawRules;
    private final JoinRules joinRules;
    private final PlaceRules placeRules = new PlaceRules();
    private final ShopperRules shopperRules = new ShopperRules();
    private final AdmitRules admitRules = new AdmitRules();

    public AdmissionDecider(DrawSecrets secrets) {
        this.roomRules = new RoomRules(secrets);
        this.drawRules = new DrawRules(secrets);
        this.joinRules = new JoinRules(secrets);
    }

    @Override
    public List<AdmissionEvent> due(AdmissionView view, AdmissionCommand command, Instant at) {
        Room room = view.room();
        if (room == null) {
            return List.of();
        }
        List<AdmissionEvent> end = roomRules.due(room, at);
        List<AdmissionEvent> events = new ArrayList<>(end.isEmpty() ? drawRules.due(view, room, at) : end);
        events.addAll(shopperRules.due(view, command, at));
        if (end.isEmpty()) {
            events.addAll(admitRules.due(view, room, at));
        }
        return events;
    }

    @Override
    public Decision<AdmissionEvent> decide(AdmissionView view, AdmissionCommand command, Instant at) {
        Room room = view.room();
        if (room == null) {
            return withoutRoom(view, command);
        }
        return room.forgotten(at) ? afterwards(room, command) : inRoom(view, room, command, at);
    }

    /** Who had which place is not known any more, whether or not the rows are still there. */
    private Decision<AdmissionEvent> afterwards(Room room, AdmissionCommand command) {
        return switch (command) {
            case JoinQueue join -> JoinRules.refuseAll(join, Refusals.CLOSED);
            case LeaveQueue leave -> Refusals.tell(Refusals.UNKNOWN_PLACE);
            case ArriveAtSale arrive -> Refusals.tell(Refusals.ENDED);
            case RateFan rate -> Refusals.tell(Refusals.CLOSED_FOR_GOOD);
            case PublishBeacon beacon -> Refusals.tell(Refusals.CLOSED_FOR_GOOD);
            case ControlRoom control -> roomRules.control(room, control);
            case OpenRoom open -> Decision.nothing();
            case ChangeRoom change -> Decision.nothing();
            case CloseRoom close -> Decision.nothing();
            case ShopperClosed closed -> Decision.nothing();
            case WakeRoom wake -> Decision.nothing();
        };
    }

    private Decision<AdmissionEvent> withoutRoom(AdmissionView view, AdmissionCommand command) {
        return switch (command) {
            case OpenRoom open -> roomRules.open(view, open.terms());
            // an event that was published without one may get one later
            case ChangeRoom change -> roomRules.open(view, change.terms());
            case JoinQueue join -> JoinRules.refuseAll(join, Refusals.NO_ROOM);
            case CloseRoom close -> Decision.nothing();
            case ShopperClosed closed -> Decision.nothing();
            case WakeRoom wake -> Decision.nothing();
            case LeaveQueue leave -> Refusals.tell(Refusals.NO_ROOM);
            case ArriveAtSale arrive -> Refusals.tell(Refusals.NO_ROOM);
            case ControlRoom control -> Refusals.tell(Refusals.NO_ROOM);
            case RateFan rate -> Refusals.tell(Refusals.NO_ROOM);
            case PublishBeacon beacon -> Refusals.tell(Refusals.NO_ROOM);
        };
    }

    private Decision<AdmissionEvent> inRoom(AdmissionView view, Room room, AdmissionCommand command, Instant at) {
        return switch (command) {
            case OpenRoom open -> Decision.nothing();
            case ChangeRoom change -> roomRules.change(room, change.terms());
            case CloseRoom close -> roomRules.close(room, close.by());
            case ControlRoom control -> roomRules.control(room, control);
            case PublishBeacon beacon -> drawRules.hear(room, beacon);
            case JoinQueue join -> joinRules.join(view, room, join, at);
            case LeaveQueue leave -> placeRules.leave(view, leave);
            case RateFan rate -> placeRules.rate(view, room, rate);
            case ArriveAtSale arrive -> shopperRules.arrive(view, arrive);
            case ShopperClosed closed -> shopperRules.closed(view, room, closed);
            // what is due has happened before any command is judged
            case WakeRoom wake -> Decision.nothing();
        };
    }
}
