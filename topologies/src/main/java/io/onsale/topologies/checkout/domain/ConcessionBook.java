package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.kit.domain.Table;
import java.util.Collection;
import java.util.List;

/** How many tickets of a show have each concession, those of orders included that are still to be paid. */
final class ConcessionBook {

    private final Table<Integer> tickets;

    ConcessionBook(Table<Integer> tickets) {
        this.tickets = tickets;
    }

    int tickets(String event, String code) {
        Integer known = tickets.get(key(event, code));
        return known == null ? 0 : known;
    }

    void take(String event, List<ConcessionClaim> claims) {
        claims.forEach(claim -> add(event, claim.code(), claim.tickets()));
    }

    void giveBack(String event, List<ConcessionClaim> claims) {
        claims.forEach(claim -> add(event, claim.code(), -claim.tickets()));
    }

    /** Tickets of an order that are no longer valid. */
    void giveBack(String event, Order order, Collection<String> ticketIds) {
        for (ReceiptLine line : order.price().receipt().lines()) {
            if (line.concession() != null && ticketIds.contains(line.ticketId())) {
                add(event, line.concession(), -1);
            }
        }
    }

    /** Never below none: what an older version placed was not counted. */
    private void add(String event, String code, int more) {
        int now = tickets(event, code) + more;
        if (now > 0) {
            tickets.put(key(event, code), now);
        } else {
            tickets.remove(key(event, code));
        }
    }

    private static String key(String event, String code) {
        return event + '|' + code;
    }
}
