package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Table;

/** How many tickets of an event each fan holds or owns. */
final class LimitLedger {

    private final Table<Integer> ticketsByFan;

    LimitLedger(Table<Integer> ticketsByFan) {
        this.ticketsByFan = ticketsByFan;
    }

    int tickets(String event, String fan) {
        Integer tickets = ticketsByFan.get(key(event, fan));
        return tickets == null ? 0 : tickets;
    }

    void add(String event, String fan, int more) {
        int tickets = tickets(event, fan) + more;
        if (tickets == 0) {
            ticketsByFan.remove(key(event, fan));
        } else {
            ticketsByFan.put(key(event, fan), tickets);
        }
    }

    private static String key(String event, String fan) {
        return event + '|' + fan;
    }
}
