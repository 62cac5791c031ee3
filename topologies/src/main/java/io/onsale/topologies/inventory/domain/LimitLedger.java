package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Table;

/** How many tickets of an event each person holds or owns: the owner of a contact, or the fan where none is known. */
final class LimitLedger {

    private final Table<Integer> ticketsByPerson;

    LimitLedger(Table<Integer> ticketsByPerson) {
        this.ticketsByPerson = ticketsByPerson;
    }

    int tickets(String event, String person) {
        Integer tickets = ticketsByPerson.get(key(event, person));
        return tickets == null ? 0 : tickets;
    }

    void add(String event, String person, int more) {
        int tickets = tickets(event, person) + more;
        if (tickets == 0) {
            ticketsByPerson.remove(key(event, person));
        } else {
            ticketsByPerson.put(key(event, person), tickets);
        }
    }

    private static String key(String event, String person) {
        return event + '|' + person;
    }
}
