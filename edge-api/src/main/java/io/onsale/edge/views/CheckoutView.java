package io.onsale.edge.views;

import io.onsale.edge.views.orders.Order;
import io.onsale.edge.views.orders.OrdersView;
import io.onsale.edge.views.reductions.ConcessionsView;
import io.onsale.edge.views.reductions.CouponsView;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.CouponDefined;
import io.onsale.schemas.checkout.CouponWithdrawn;
import io.onsale.schemas.checkout.OrderEnded;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.ReceiptLine;
import io.onsale.schemas.checkout.TicketsCancelled;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What checkout's events tell: orders, coupons and concessions, each event's in its sequence. */
public final class CheckoutView implements View<CheckoutEvent> {

    private final OrdersView orders = new OrdersView();
    private final CouponsView coupons = new CouponsView();
    private final ConcessionsView concessions = new ConcessionsView();

    public OrdersView orders() {
        return orders;
    }

    public CouponsView coupons() {
        return coupons;
    }

    public ConcessionsView concessions() {
        return concessions;
    }

    /** How far it has come with each event. */
    public Progress progress() {
        return orders.progress();
    }

    /** Reductions first: who waits for orders to have come so far sees them too. */
    @Override
    public void apply(String eventId, @Nullable CheckoutEvent event) {
        if (event != null && event.getEnvelope().getSequence() > progress().of(eventId)) {
            reductions(eventId, event.getBody());
        }
        orders.apply(eventId, event);
    }

    private void reductions(String eventId, Object body) {
        switch (body) {
            case CouponDefined defined -> coupons.define(eventId, defined.getCoupon());
            case CouponWithdrawn withdrawn -> coupons.withdraw(eventId, withdrawn.getCode());
            case OrderPlaced placed -> reduce(eventId, placed, 1);
            case OrderEnded ended ->
                orders.find(ended.getOrderId()).map(Order::placed).ifPresent(order -> reduce(eventId, order, -1));
            case TicketsCancelled cancelled ->
                orders.find(cancelled.getOrderId())
                        .ifPresent(order ->
                                concessions.giveBack(eventId, lines(order, Set.copyOf(cancelled.getTicketIds()))));
            default -> {
                // Nothing else concerns a reduction.
            }
        }
    }

    private void reduce(String eventId, OrderPlaced order, int times) {
        coupons.use(eventId, order, times);
        concessions.take(eventId, order.getConcessions(), times);
    }

    private static List<ReceiptLine> lines(Order order, Set<String> tickets) {
        return order.tickets().stream()
                .filter(line -> tickets.contains(line.getTicketId()))
                .toList();
    }
}
