package io.onsale.standalone.audit.rules;

import io.onsale.schemas.catalogue.Concession;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.checkout.ConcessionClaim;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.OrderPriced;
import io.onsale.schemas.checkout.ReceiptLine;
import io.onsale.schemas.checkout.TicketsCancelled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Until when, for how many tickets and for which sections there are concessions, and what has claimed them. */
final class ConcessionLimits {

    private record Key(String event, String code) {}

    private final Map<Key, Concession> offered = new HashMap<>();
    private final Map<Key, Long> tickets = new HashMap<>();
    /** By ticket: its concession. */
    private final Map<String, String> reduced = new HashMap<>();

    void offer(String event, EventDefinition terms) {
        offered.keySet().removeIf(key -> key.event().equals(event));
        terms.getConcessions().forEach(concession -> offered.put(new Key(event, concession.getCode()), concession));
    }

    /** What is wrong with what an order claims. */
    List<String> placed(String event, OrderPlaced order, Instant at) {
        Map<String, Long> claimed = claimed(order);
        List<String> wrong = new ArrayList<>();
        claimed.forEach((code, count) -> {
            Key key = new Key(event, code);
            long now = tickets.merge(key, count, Long::sum);
            Concession concession = offered.get(key);
            if (concession == null) {
                wrong.add("concession " + code + " is claimed though there is none");
                return;
            }
            if (concession.getUntil() != null && !at.isBefore(concession.getUntil())) {
                wrong.add("concession " + code + " is claimed after its end");
            }
            if (concession.getQuota() != null && now > concession.getQuota()) {
                wrong.add("concession %s is claimed for %d tickets where it is for %d"
                        .formatted(code, now, concession.getQuota()));
            }
        });
        return wrong;
    }

    /** What is wrong with where a receipt has them. */
    List<String> priced(String event, OrderPriced priced) {
        List<String> wrong = new ArrayList<>();
        for (ReceiptLine line : priced.getReceipt().getLines()) {
            String code = line.getConcession();
            if (code == null) {
                continue;
            }
            reduced.put(line.getTicketId(), code);
            Concession concession = offered.get(new Key(event, code));
            List<String> sections = concession == null ? List.of() : concession.getSections();
            if (!sections.isEmpty() && !sections.contains(line.getSection())) {
                wrong.add("concession " + code + " is given in " + line.getSection() + ", which it is not for");
            }
        }
        return wrong;
    }

    void ended(String event, OrderPlaced order) {
        claimed(order).forEach((code, count) -> tickets.merge(new Key(event, code), -count, Long::sum));
    }

    void cancelled(String event, TicketsCancelled cancelled) {
        Stream<String> codes =
                cancelled.getTicketIds().stream().map(reduced::remove).filter(Objects::nonNull);
        codes.forEach(code -> tickets.merge(new Key(event, code), -1L, Long::sum));
    }

    private static Map<String, Long> claimed(OrderPlaced order) {
        Map<String, Long> claimed = new HashMap<>();
        for (ConcessionClaim claim : order.getConcessions()) {
            long count = claim.getSeatIds().size() + Math.max(0L, claim.getQuantity());
            claimed.merge(claim.getCode(), count, Long::sum);
        }
        return claimed;
    }
}
