package io.onsale.topologies.admission.domain;

import io.onsale.topologies.admission.domain.AdmissionCommand.ArriveAtSale;
import io.onsale.topologies.admission.domain.AdmissionCommand.JoinQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.LeaveQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.ShopperClosed;
import io.onsale.topologies.admission.domain.AdmissionEvent.AdmissionEnded;
import io.onsale.topologies.admission.domain.AdmissionEvent.AskedAgain;
import io.onsale.topologies.admission.domain.AdmissionEvent.FanArrived;
import io.onsale.topologies.admission.domain.AdmissionEvent.PlaceFreed;
import io.onsale.topologies.kit.domain.Decision;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What becomes of those who were let in. Only when inventory says that nothing is left of them is a place free. */
final class ShopperRules {

    /** As many end in a part of the time that a transaction has. */
    static final int MOST_AT_ONCE = 500;

    List<AdmissionEvent> due(AdmissionView view, AdmissionCommand command, Instant at) {
        Set<Integer> due = new LinkedHashSet<>(view.dueBy(at, MOST_AT_ONCE));
        if (due.size() == MOST_AT_ONCE) {
            seenBy(command, view).filter(sequence -> isDue(view, sequence, at)).forEach(due::add);
        }
        return due.stream().map(sequence -> due(view, sequence, at)).toList();
    }

    /** Whatever the rest, a command sees its own fans as they are now. */
    private static Stream<Integer> seenBy(AdmissionCommand command, AdmissionView view) {
        Stream<String> fans = switch (command) {
            case JoinQueue join -> join.joins().stream().map(Join::fanId).distinct();
            case LeaveQueue leave -> Stream.of(leave.fanId());
            case ArriveAtSale arrive -> Stream.of(arrive.fanId());
            default -> Stream.of();
        };
        return fans.map(view::place)
                .filter(Objects::nonNull)
                .filter(place -> place.state().shopping())
                .map(Place::sequence);
    }

    private static boolean isDue(AdmissionView view, int sequence, Instant at) {
        Shopper shopper = view.shopper(sequence);
        return shopper != null && !shopper.deadline().isAfter(at);
    }

    private static AdmissionEvent due(AdmissionView view, int sequence, Instant at) {
        Shopper shopper = Objects.requireNonNull(view.shopper(sequence));
        if (shopper.state() == Place.State.ENDED) {
            return new AskedAgain(
                    sequence,
                    shopper.fanId(),
                    Admission.id(view.event(), sequence),
                    shopper.expiresAt(),
                    shopper.patience().asked() + 1);
        }
        boolean late = shopper.state() == Place.State.ADMITTED && at.isBefore(shopper.expiresAt());
        return ended(view, sequence, shopper, late ? AdmissionEnd.NO_SHOW : AdmissionEnd.EXPIRED);
    }

    private static AdmissionEnded ended(AdmissionView view, int sequence, Shopper shopper, AdmissionEnd why) {
        String id = Admission.id(view.event(), sequence);
        return new AdmissionEnded(sequence, shopper.fanId(), id, shopper.expiresAt(), why);
    }

    /** A token is given once this is known; coming again changes nothing. */
    Decision<AdmissionEvent> arrive(AdmissionView view, ArriveAtSale arrive) {
        int sequence = Admission.sequence(view.event(), arrive.admissionId());
        Place place = view.place(arrive.fanId());
        if (place == null || sequence == 0 || sequence > place.sequence()) {
            return Refusals.tell(Refusals.UNKNOWN_ADMISSION);
        }
        if (sequence < place.sequence()) {
            return Refusals.tell(Refusals.ENDED);
        }
        FanArrived arrived = new FanArrived(sequence, arrive.fanId(), arrive.admissionId());
        return switch (place.state()) {
            case ADMITTED -> Decision.of(arrived);
            case ARRIVED -> Decision.answer(arrived);
            case ENDED -> Refusals.tell(Refusals.ENDED);
            case WAITING, LEFT -> Refusals.tell(Refusals.UNKNOWN_ADMISSION);
        };
    }

    /** Inventory says it again and again; once is enough. */
    Decision<AdmissionEvent> closed(AdmissionView view, Room room, ShopperClosed closed) {
        int sequence = Admission.sequence(view.event(), closed.admissionId());
        Shopper shopper = view.shopper(sequence);
        if (shopper == null) {
            return Decision.nothing();
        }
        PlaceFreed freed =
                new PlaceFreed(closed.admissionId(), sequence, room.count().shopping() - 1);
        return Decision.silently(
                shopper.state() == Place.State.ENDED
                        ? List.of(freed)
                        : List.of(ended(view, sequence, shopper, AdmissionEnd.FINISHED), freed));
    }
}
