package io.onsale.standalone.audit.rules;

import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.inventory.SeatsConfirmed;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.SeatsReturned;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tickets that a fan holds or owns of an event never exceed the limit of its sale when they are held; nor do those of all fans with one contact
 * together.
 */
public final class TicketLimits extends InventoryRule {

    /** Somebody with tickets: a fan, or the owner of a contact. */
    private record Person(String event, String id) {}

    private record Hold(Set<Person> people, int tickets) {}

    private final Map<String, Integer> limits = new HashMap<>();
    private final Map<Person, Integer> tickets = new HashMap<>();
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
        Set<Person> people = people(logged.key(), held);
        int places = places(seatIds(held), held.getAreas());
        holds.put(held.getHoldId(), new Hold(people, places));
        int now = people.stream()
                .mapToInt(person -> tickets.merge(person, places, Integer::sum))
                .max()
                .orElseThrow();
        Integer limit = limits.get(logged.key());
        if (limit == null) {
            return List.of(about(logged, held, "seats are held of an event whose sale was never opened"));
        }
        if (now > limit) {
            return List.of(about(logged, held, "a fan has %d tickets where %d are allowed".formatted(now, limit)));
        }
        return List.of();
    }

    private static Set<Person> people(String event, SeatsHeld held) {
        Person fan = new Person(event, held.getFanId());
        String contact = held.getContactKey();
        return contact == null ? Set.of(fan) : Set.of(fan, new Person(event, contact));
    }

    /** Counts what the hold took, whatever its end says: a wrong end must not make room for more. */
    @Override
    List<Finding> ended(Logged logged, Instant at, End end) {
        Hold hold = holds.remove(end.hold());
        if (hold != null) {
            less(hold.people(), hold.tickets());
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
            holds.put(back.getHoldId(), new Hold(hold.people(), hold.tickets() - gone));
            less(hold.people(), gone);
        }
        return List.of();
    }

    private void less(Set<Person> people, int gone) {
        people.forEach(person -> tickets.computeIfPresent(person, (same, had) -> had > gone ? had - gone : null));
    }

    @Override
    public long checked() {
        return checked;
    }

    private Finding about(Logged logged, SeatsHeld held, String what) {
        return finding(logged, what, Ids.EVENT, logged.key(), Ids.FAN, held.getFanId(), Ids.HOLD, held.getHoldId());
    }
}
