package io.onsale.edge.views.orders;

import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.checkout.ReceiptLine;
import io.onsale.schemas.checkout.TicketsCancelled;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is sold of each performance. */
public final class SalesView {

    private record Key(String eventId, String performanceId) {}

    private final Map<Key, Sold> sold = new ConcurrentHashMap<>();

    public Sold of(String eventId, String performanceId) {
        return sold.getOrDefault(new Key(eventId, performanceId), Sold.NOTHING);
    }

    /** An order is paid. */
    public void confirm(String eventId, OrderConfirmed order) {
        Sold more = of(order.getReceipt().getLines(), 1);
        sold.merge(new Key(eventId, order.getPerformanceId()), more, Sold::plus);
    }

    /** Tickets of an order, in these lines of its receipt, are no longer valid. */
    public void cancel(String eventId, Order order, List<ReceiptLine> lines, TicketsCancelled cancelled) {
        Sold less = of(lines, cancelled.getLeft() == 0 ? 1 : 0);
        order.bill()
                .ifPresent(bill -> sold.computeIfPresent(
                        new Key(eventId, bill.performanceId()), (same, now) -> now.minus(less, cancelled.getFee())));
    }

    private static Sold of(List<ReceiptLine> lines, int orders) {
        long paid = lines.stream()
                .mapToLong(line -> line.getPrice() + line.getFee())
                .sum();
        return new Sold(orders, lines.size(), paid, 0);
    }
}
