package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.InventoryCommand.ClaimHold;
import io.onsale.topologies.inventory.domain.InventoryCommand.CloseShow;
import io.onsale.topologies.inventory.domain.InventoryCommand.ConfirmSeats;
import io.onsale.topologies.inventory.domain.InventoryCommand.ExpireHold;
import io.onsale.topologies.inventory.domain.InventoryCommand.HoldSeats;
import io.onsale.topologies.inventory.domain.InventoryCommand.OpenShow;
import io.onsale.topologies.inventory.domain.InventoryCommand.ReleaseHold;
import io.onsale.topologies.inventory.domain.InventoryCommand.ReturnSeats;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldExpired;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldReleased;
import io.onsale.topologies.inventory.domain.InventoryEvent.ReleaseRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowClosed;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowOpened;
import io.onsale.topologies.kit.domain.Decider;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides who holds and who owns which places of a show. */
public final class InventoryDecider implements Decider<InventoryView, InventoryCommand, InventoryEvent> {

    /** After an outage every hold of a show may be overdue; this many end in a part of the time that a transaction has. */
    static final int MOST_AT_ONCE = 500;

    private final HoldRules holdRules = new HoldRules();
    private final OrderRules orderRules = new OrderRules();

    @Override
    public List<InventoryEvent> due(InventoryView view, InventoryCommand command, Instant at) {
        Set<String> due = new LinkedHashSet<>(view.holdsDueBy(at, MOST_AT_ONCE));
        if (due.size() == MOST_AT_ONCE) {
            due.addAll(seenBy(command, view, at));
        }
        return due.stream().map(id -> expire(id, view.hold(id))).toList();
    }

    /** The overdue holds on which a command's judgement could rest. */
    private static Collection<String> seenBy(InventoryCommand command, InventoryView view, Instant at) {
        return switch (command) {
            case HoldSeats hold -> view.holdsDueBy(at, hold.fanId(), hold.seatIds());
            case ReleaseHold release -> view.holdsDueBy(at, release.fanId(), List.of());
            case OpenShow open -> List.of();
            case CloseShow close -> List.of();
            case ExpireHold expire -> List.of();
            case ClaimHold claim -> view.holdsDueBy(at, claim.fanId(), List.of());
            case ConfirmSeats confirm -> view.holdsDueBy(at, confirm.fanId(), List.of());
            case ReturnSeats back -> view.holdsDueBy(at, back.fanId(), List.of());
        };
    }

    private static InventoryEvent expire(String id, @Nullable Hold hold) {
        if (hold == null) {
            throw new IllegalStateException("a deadline without a hold: " + id);
        }
        return new HoldExpired(id, hold.fanId(), hold.performanceId(), hold.places(), hold.expiresAt());
    }

    @Override
    public Decision<InventoryEvent> decide(InventoryView view, InventoryCommand command, Instant at) {
        return switch (command) {
            case OpenShow open -> open(view, open);
            case CloseShow close -> close(view);
            case HoldSeats hold -> tell(view, holdRules.judge(view, hold, at));
            case ReleaseHold release -> release(view, release, at);
            case ExpireHold expire -> Decision.nothing(); // what is due has happened before any command is judged
            case ClaimHold claim -> orderRules.claim(view, claim, at);
            case ConfirmSeats confirm -> orderRules.confirm(view, confirm, at);
            case ReturnSeats back -> orderRules.takeBack(view, back);
        };
    }

    private static Decision<InventoryEvent> open(InventoryView view, OpenShow open) {
        return view.seatMap() == null
                ? Decision.silently(List.of(new ShowOpened(open.definition())))
                : Decision.nothing();
    }

    private static Decision<InventoryEvent> close(InventoryView view) {
        return view.seatMap() == null || view.closed()
                ? Decision.nothing()
                : Decision.silently(List.of(new ShowClosed()));
    }

    private static Decision<InventoryEvent> release(InventoryView view, ReleaseHold release, Instant at) {
        String id = release.holdId();
        Hold hold = view.hold(id);
        if (hold == null || hold.forgotten(at) || !hold.fanId().equals(release.fanId())) {
            return refuse(view, release, Refusal.of("unknown_reservation", "There is no such reservation."));
        }
        HoldReleased released = new HoldReleased(id, hold.fanId(), hold.performanceId(), hold.places());
        return switch (hold.state()) {
            case OPEN -> Decision.of(released);
            case RELEASED -> Decision.answer(released);
            case EXPIRED -> refuse(view, release, Refusal.of("reservation_ended", "This reservation has expired."));
            case CONFIRMED, RETURNED ->
                refuse(view, release, Refusal.of("reservation_ended", "This reservation was bought."));
        };
    }

    private static Decision<InventoryEvent> refuse(InventoryView view, ReleaseHold release, Refusal why) {
        return tell(view, new ReleaseRefused(release.holdId(), release.fanId(), why));
    }

    /** About a show that nobody opened nothing is written down: anybody can think of any number of those. */
    private static Decision<InventoryEvent> tell(InventoryView view, InventoryEvent event) {
        return view.seatMap() == null ? Decision.answer(event) : Decision.of(event);
    }
}
