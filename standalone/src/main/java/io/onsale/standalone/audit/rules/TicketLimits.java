package io.onsale.standalone.audit.rules;

import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.inventory.SeatsConfirmed;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.SeatsReturned;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tickets that a fan holds or owns of an event never exceed the limit of its sale when they are held. */
public final class TicketLimits extends InventoryRule {

    private record Fan(String event, String id) {}

    private record Hold(Fan fan, int tickets) {}

    private final Map<String, Integer> limits = new HashMap<>();
    private final Map<Fan, Integer> tickets = new HashMap<>();
    private final Map<String, Hold> holds = new HashMap<>();
    private long checked;

    public TicketLimits() {
        super(Check.TICKET_LIMIT);
    }

    @Override
    List<Finding> defined(Logged logged, EventDefinition definition) {
        limits.put(logged.key(), definition.getTicketLimit());
        return List.of();
    }

    @Override
    List<Finding> held(Logged logged, Instant at, SeatsHeld held) {
        checked++;
        Fan fan = new Fan(logged.key(), held.getFanId());
        int places = places(seatIds(held), held.getAreas());
        holds.put(held.getHoldId(), new Hold(fan, places));
        int now = tickets.merge(fan, places, Integer::sum);
        Integer limit = limits.get(logged.key());
        if (limit == null) {
            return List.of(about(logged, held, "seats are held of an event whose sale was never opened"));
        }
        if (now > limit) {
            return List.of(about(logged, held, "a fan has %d tickets where %d are allowed".formatted(now, limit)));
        }
        return List.of();
    }

    /** Counts what the hold took, whatever its end says: a wrong end must not make room for more. */
    @Override
    List<Finding> ended(Logged logged, Instant at, End end) {
        Hold hold = holds.remove(end.hold());
        if (hold != null) {
            less(hold.fan(), hold.tickets());
        }
        return List.of();
    }

    /** What is owned counts on. */
    @Override
    List<Finding> confirmed(Logged logged, Instant at, SeatsConfirmed confirmed) {
        return List.of();
    }

    /** Counts no more than the hold took: an order that gives back too much must not make room for more. */
    @Override
    List<Finding> returned(Logged logged, Instant at, SeatsReturned back) {
        Hold hold = holds.get(back.getHoldId());
        if (hold != null) {
            int gone = Math.min(hold.tickets(), places(back.getSeatIds(), back.getAreas()));
            holds.put(back.getHoldId(), new Hold(hold.fan(), hold.tickets() - gone));
            less(hold.fan(), gone);
        }
        return List.of();
    }

    private void less(Fan fan, int gone) {
        tickets.computeIfPresent(fan, (same, had) -> had > gone ? had - gone : null);
    }

    @Override
    public long checked() {
        return checked;
    }

    private Finding about(Logged logged, SeatsHeld held, String what) {
        return finding(logged, what, Ids.EVENT, logged.key(), Ids.FAN, held.getFanId(), Ids.HOLD, held.getHoldId());
    }
}
