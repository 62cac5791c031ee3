package io.onsale.standalone.audit.rules;

import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.ShowOpened;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tickets a fan has of an event never exceed the limit with which its sale was opened. */
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
    List<Finding> opened(Logged logged, ShowOpened opened) {
        limits.put(logged.key(), opened.getDefinition().getTicketLimit());
        return List.of();
    }

    @Override
    List<Finding> held(Logged logged, Instant at, SeatsHeld held) {
        checked++;
        Fan fan = new Fan(logged.key(), held.getFanId());
        int seats = held.getSeats().size();
        holds.put(held.getHoldId(), new Hold(fan, seats));
        int now = tickets.merge(fan, seats, Integer::sum);
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
            tickets.computeIfPresent(hold.fan(), (fan, had) -> had > hold.tickets() ? had - hold.tickets() : null);
        }
        return List.of();
    }

    @Override
    public long checked() {
        return checked;
    }

    private Finding about(Logged logged, SeatsHeld held, String what) {
        return finding(logged, what, Ids.EVENT, logged.key(), Ids.FAN, held.getFanId(), Ids.HOLD, held.getHoldId());
    }
}
