package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.InventoryCommand.ChangeShow;
import io.onsale.topologies.inventory.domain.InventoryCommand.ClaimHold;
import io.onsale.topologies.inventory.domain.InventoryCommand.CloseShopper;
import io.onsale.topologies.inventory.domain.InventoryCommand.CloseShow;
import io.onsale.topologies.inventory.domain.InventoryCommand.ConfirmSeats;
import io.onsale.topologies.inventory.domain.InventoryCommand.ExpireHold;
import io.onsale.topologies.inventory.domain.InventoryCommand.ExtendHold;
import io.onsale.topologies.inventory.domain.InventoryCommand.HoldSeats;
import io.onsale.topologies.inventory.domain.InventoryCommand.OpenShow;
import io.onsale.topologies.inventory.domain.InventoryCommand.ReleaseBatch;
import io.onsale.topologies.inventory.domain.InventoryCommand.ReleaseHold;
import io.onsale.topologies.inventory.domain.InventoryCommand.ReturnSeats;
import io.onsale.topologies.inventory.domain.InventoryCommand.StopPerformance;
import io.onsale.topologies.inventory.domain.InventoryCommand.UnclaimHold;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldExpired;
import io.onsale.topologies.kit.domain.Decider;
import io.onsale.topologies.kit.domain.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides who holds and who owns which places of a show. */
public final class InventoryDecider implements Decider<InventoryView, InventoryCommand, InventoryEvent> {

    /** After an outage every hold of a show may be overdue; this many end in a part of the time that a transaction has. */
    static final int MOST_AT_ONCE = 500;

    private final ShowRules showRules = new ShowRules();
    private final HoldRules holdRules = new HoldRules();
    private final FanRules fanRules = new FanRules();
    private final ShopperRules shopperRules = new ShopperRules();
    private final BatchRules batchRules;
    private final OrderRules orderRules;

    public InventoryDecider(BatchDraws draws) {
        this.batchRules = new BatchRules(draws);
        this.orderRules = new OrderRules(batchRules);
    }

    @Override
    public List<InventoryEvent> due(InventoryView view, InventoryCommand asked, Instant at) {
        InventoryCommand command = counted(asked, view);
        Set<String> due = new LinkedHashSet<>(view.holdsDueBy(at, MOST_AT_ONCE));
        if (due.size() == MOST_AT_ONCE) {
            due.addAll(seenBy(command, view, at));
        }
        List<InventoryEvent> events = new ArrayList<>(batchRules.due(view, wishedFor(command, view), at));
        events.addAll(showRules.due(view, command, at));
        due.forEach(id -> events.add(expire(id, view.hold(id))));
        return ShopperRules.withWhoIsClosed(view, events);
    }

    private static InventoryCommand counted(InventoryCommand command, InventoryView view) {
        return command instanceof HoldSeats hold ? hold.countedIn(view.seatMap()) : command;
    }

    private static Wished wishedFor(InventoryCommand command, InventoryView view) {
        SeatMap map = view.seatMap();
        if (map == null || !(command instanceof HoldSeats hold)) {
            return Wished.NOTHING;
        }
        return switch (hold.wish()) {
            case Wish.Named named -> {
                List<String> seats = withPartners(map, named.seatIds());
                yield Wished.named(places -> places.haveAny(seats));
            }
            case Wish.Best best -> nearby(best.section(), map);
            case Wish.Some some -> nearby(some.section(), map);
            case Wish.Unclear unclear -> Wished.NOTHING;
        };
    }

    private static Wished nearby(@Nullable String section, SeatMap map) {
        return section == null ? Wished.NOTHING : Wished.nearby(places -> places.touch(section, map));
    }

    /** The overdue holds on which a command's judgement could rest. */
    private static Collection<String> seenBy(InventoryCommand command, InventoryView view, Instant at) {
        return switch (command) {
            case HoldSeats hold -> seenBy(hold, view, at);
            case ReleaseHold release -> ofFan(release.fanId(), view, at);
            case ExtendHold extend -> ofFan(extend.fanId(), view, at);
            case ClaimHold claim -> ofFan(claim.fanId(), view, at);
            case UnclaimHold unclaim -> ofFan(unclaim.fanId(), view, at);
            case ConfirmSeats confirm -> ofFan(confirm.fanId(), view, at);
            case ReturnSeats back -> ofFan(back.fanId(), view, at);
            case CloseShopper close -> ofFan(close.fanId(), view, at);
            case OpenShow open -> List.of();
            case ChangeShow change -> List.of();
            case CloseShow close -> List.of();
            case StopPerformance stop -> List.of(); // it leaves to time what is overdue
            case ExpireHold expire -> List.of();
            case ReleaseBatch release -> List.of();
        };
    }

    private static Collection<String> ofFan(String fan, InventoryView view, Instant at) {
        return view.holdsDueBy(at, fan, fan, List.of());
    }

    private static Collection<String> seenBy(HoldSeats hold, InventoryView view, Instant at) {
        return switch (hold.wish()) {
            case Wish.Named named -> {
                List<String> seats = withPartners(view.seatMap(), named.seatIds());
                yield view.holdsDueBy(at, hold.fanId(), hold.countedBy(), seats);
            }
            case Wish.Best best -> inSection(best.section(), hold, view, at);
            case Wish.Some some -> inSection(some.section(), hold, view, at);
            case Wish.Unclear unclear -> List.of();
        };
    }

    /** Whether these are free matters too: companion seats may come along, and are kept for their wheelchair seats. */
    private static List<String> withPartners(@Nullable SeatMap map, List<String> seats) {
        List<String> all = new ArrayList<>(seats);
        for (String id : seats) {
            SeatMap.Seat seat = map == null ? null : map.find(id);
            SectionPlan.Spot partner = seat == null ? null : seat.plan().partner(seat.spot());
            if (seat != null && partner != null) {
                all.add(seat.plan().id(partner));
            }
        }
        return all;
    }

    private static Collection<String> inSection(
            @Nullable String section, HoldSeats wish, InventoryView view, Instant at) {
        SeatMap map = view.seatMap();
        return section == null || map == null
                ? List.of()
                : view.holdsDueBy(
                        at,
                        hold -> hold.fanId().equals(wish.fanId())
                                || hold.countedBy().equals(wish.countedBy())
                                || hold.places().touch(section, map));
    }

    private static InventoryEvent expire(String id, @Nullable Hold hold) {
        if (hold == null) {
            throw new IllegalStateException("a deadline without a hold: " + id);
        }
        return new HoldExpired(id, hold.fanId(), hold.performanceId(), hold.places(), hold.expiresAt());
    }

    @Override
    public Decision<InventoryEvent> decide(InventoryView view, InventoryCommand command, Instant at) {
        Decision<InventoryEvent> decision = judge(view, counted(command, view), at);
        return new Decision<>(ShopperRules.withWhoIsClosed(view, decision.events()), decision.answer());
    }

    private Decision<InventoryEvent> judge(InventoryView view, InventoryCommand command, Instant at) {
        return switch (command) {
            case OpenShow open -> showRules.open(view, open);
            case ChangeShow change -> showRules.change(view, change);
            case CloseShow close -> showRules.close(view);
            case StopPerformance stop -> showRules.stop(view, stop, at);
            case HoldSeats hold -> tell(view, holdRules.judge(view, hold, at));
            case ReleaseHold release -> fanRules.release(view, release, at);
            case ExtendHold extend -> fanRules.extend(view, extend, at);
            // what is due has happened before any command is judged
            case ExpireHold expire -> Decision.nothing();
            case ReleaseBatch release -> Decision.nothing();
            case ClaimHold claim -> orderRules.claim(view, claim, at);
            case UnclaimHold unclaim -> orderRules.unclaim(view, unclaim);
            case ConfirmSeats confirm -> orderRules.confirm(view, confirm, at);
            case ReturnSeats back -> orderRules.takeBack(view, back, at);
            case CloseShopper close -> shopperRules.close(view, close, at);
        };
    }

    /** About a show that nobody opened nothing is written down: anybody can think of any number of those. */
    static Decision<InventoryEvent> tell(InventoryView view, InventoryEvent event) {
        return view.seatMap() == null ? Decision.answer(event) : Decision.of(event);
    }
}
