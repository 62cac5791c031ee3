package io.onsale.edge.views;

import io.onsale.edge.views.orders.Order;
import io.onsale.edge.views.orders.OrdersView;
import io.onsale.edge.views.orders.SalesView;
import io.onsale.edge.views.reductions.ConcessionsView;
import io.onsale.edge.views.reductions.CouponsView;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.CouponDefined;
import io.onsale.schemas.checkout.CouponWithdrawn;
import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.checkout.OrderEnded;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.ReceiptLine;
import io.onsale.schemas.checkout.TicketsCancelled;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What checkout's events tell: orders, coupons, concessions and what is sold, each event's in its sequence. */
public final class CheckoutView implements View<CheckoutEvent> {

    private final OrdersView orders = new OrdersView();
    private final CouponsView coupons = new CouponsView();
    private final ConcessionsView concessions = new ConcessionsView();
    private final SalesView sales = new SalesView();

    public OrdersView orders() {
        return orders;
    }

    public CouponsView coupons() {
        return coupons;
    }

    public ConcessionsView concessions() {
        return concessions;
    }

    public SalesView sales() {
        return sales;
    }

    /** How far it has come with each event. */
    public Progress progress() {
        return orders.progress();
    }

    /** Counts first: who waits for orders to have come so far sees them too. */
    @Override
    public void apply(String eventId, @Nullable CheckoutEvent event) {
        if (event != null && event.getEnvelope().getSequence() > progress().of(eventId)) {
            count(eventId, event.getBody());
        }
        orders.apply(eventId, event);
    }

    private void count(String eventId, Object body) {
        switch (body) {
            case CouponDefined defined -> coupons.define(eventId, defined.getCoupon());
            case CouponWithdrawn withdrawn -> coupons.withdraw(eventId, withdrawn.getCode());
            case OrderPlaced placed -> reduce(eventId, placed, 1);
            case OrderEnded ended ->
                orders.find(ended.getOrderId()).map(Order::placed).ifPresent(order -> reduce(eventId, order, -1));
            case OrderConfirmed confirmed -> sales.confirm(eventId, confirmed);
            case TicketsCancelled cancelled ->
                orders.find(cancelled.getOrderId()).ifPresent(order -> cancel(eventId, order, cancelled));
            default -> {
                // Nothing else concerns what is counted.
            }
        }
    }

    private void reduce(String eventId, OrderPlaced order, int times) {
        coupons.use(eventId, order, times);
        concessions.take(eventId, order.getConcessions(), times);
    }

    private void cancel(String eventId, Order order, TicketsCancelled cancelled) {
        Set<String> tickets = Set.copyOf(cancelled.getTicketIds());
        List<ReceiptLine> lines = order.tickets().stream()
                .filter(line -> tickets.contains(line.getTicketId()))
                .toList();
        concessions.giveBack(eventId, lines);
        sales.cancel(eventId, order, lines, cancelled);
    }
}
