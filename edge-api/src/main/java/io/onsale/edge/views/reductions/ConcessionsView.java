package io.onsale.edge.views.reductions;

import io.onsale.schemas.checkout.ConcessionClaim;
import io.onsale.schemas.checkout.ReceiptLine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many tickets of each event have each concession, those of orders included that are still to be paid. */
public final class ConcessionsView {

    private record Key(String eventId, String code) {}

    private final Map<Key, Integer> tickets = new ConcurrentHashMap<>();

    public int tickets(String eventId, String code) {
        return tickets.getOrDefault(new Key(eventId, code), 0);
    }

    /** An order took them, or with -1 gives them back. */
    public void take(String eventId, List<ConcessionClaim> claims, int times) {
        claims.forEach(claim ->
                add(eventId, claim.getCode(), times * (claim.getSeatIds().size() + Math.max(0, claim.getQuantity()))));
    }

    /** Tickets are no longer valid. */
    public void giveBack(String eventId, List<ReceiptLine> cancelled) {
        for (ReceiptLine line : cancelled) {
            if (line.getConcession() != null) {
                add(eventId, line.getConcession(), -1);
            }
        }
    }

    private void add(String eventId, String code, int more) {
        tickets.merge(new Key(eventId, code), more, Integer::sum);
    }
}
