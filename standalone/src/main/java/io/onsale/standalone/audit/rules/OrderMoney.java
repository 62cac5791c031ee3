package io.onsale.standalone.audit.rules;

import io.onsale.schemas.checkout.CancelledBy;
import io.onsale.schemas.checkout.ReceiptLine;
import io.onsale.schemas.checkout.TicketsCancelled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The money of one paid order, added up from its own events. */
final class OrderMoney {

    private final long captured;
    private final Map<String, ReceiptLine> valid = new LinkedHashMap<>();
    /** Refunds that are promised, by id, and whether they are settled. */
    private final Map<String, Long> pending = new HashMap<>();

    private long refunded;
    private long kept;

    OrderMoney(long captured, List<ReceiptLine> lines) {
        this.captured = captured;
        lines.forEach(line -> valid.put(line.getTicketId(), line));
    }

    /** What is wrong with a cancellation; it takes effect all the same. */
    List<String> cancel(TicketsCancelled cancelled) {
        List<String> wrong = new ArrayList<>();
        long paid = 0;
        for (String ticket : cancelled.getTicketIds()) {
            ReceiptLine line = valid.remove(ticket);
            if (line == null) {
                wrong.add("ticket " + ticket + " is cancelled that is not valid");
            } else {
                paid += line.getPrice() + line.getFee();
            }
        }
        if (cancelled.getRefund() < 0 || cancelled.getFee() < 0 || cancelled.getRefund() + cancelled.getFee() != paid) {
            wrong.add("a refund of %d and a fee of %d for tickets of %d"
                    .formatted(cancelled.getRefund(), cancelled.getFee(), paid));
        }
        if (cancelled.getBy() == CancelledBy.ORGANIZER && cancelled.getFee() != 0) {
            wrong.add("an organizer's cancellation costs " + cancelled.getFee());
        }
        if (cancelled.getLeft() != valid.size()) {
            wrong.add("%d tickets are said to be left of %d".formatted(cancelled.getLeft(), valid.size()));
        }
        kept += cancelled.getFee();
        if (cancelled.getRefund() > 0 && pending.put(cancelled.getRefundId(), cancelled.getRefund()) != null) {
            wrong.add("refund " + cancelled.getRefundId() + " is promised twice");
        }
        return wrong;
    }

    /** What is wrong with a refund that was settled. */
    List<String> settle(String refundId, long amount) {
        Long promised = pending.remove(refundId);
        refunded += amount;
        if (promised == null) {
            return List.of("a refund of " + amount + " was never promised, or is settled twice");
        }
        return promised == amount
                ? List.of()
                : List.of("a refund of %d where %d was promised".formatted(amount, promised));
    }

    /** How far captured − refunded − refunds pending is from the valid tickets and the fees kept; 0 where the books balance. */
    long imbalance() {
        long promised = pending.values().stream().mapToLong(Long::longValue).sum();
        long tickets = valid.values().stream()
                .mapToLong(line -> line.getPrice() + line.getFee())
                .sum();
        return captured - refunded - promised - tickets - kept;
    }
}
