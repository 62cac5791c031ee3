package io.onsale.edge.views;

import io.onsale.edge.views.coupons.CouponsView;
import io.onsale.edge.views.orders.Order;
import io.onsale.edge.views.orders.OrdersView;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.CouponDefined;
import io.onsale.schemas.checkout.CouponWithdrawn;
import io.onsale.schemas.checkout.OrderEnded;
import io.onsale.schemas.checkout.OrderPlaced;
import org.jspecify.annotations.Nullable;

/** What checkout's events tell: orders and coupons, each event's in its sequence. */
public final class CheckoutView implements View<CheckoutEvent> {

    private final OrdersView orders = new OrdersView();
    private final CouponsView coupons = new CouponsView();

    public OrdersView orders() {
        return orders;
    }

    public CouponsView coupons() {
        return coupons;
    }

    /** How far it has come with each event. */
    public Progress progress() {
        return orders.progress();
    }

    /** Coupons first: who waits for orders to have come so far sees them too. */
    @Override
    public void apply(String eventId, @Nullable CheckoutEvent event) {
        if (event != null && event.getEnvelope().getSequence() > progress().of(eventId)) {
            coupons(eventId, event.getBody());
        }
        orders.apply(eventId, event);
    }

    private void coupons(String eventId, Object body) {
        switch (body) {
            case CouponDefined defined -> coupons.define(eventId, defined.getCoupon());
            case CouponWithdrawn withdrawn -> coupons.withdraw(eventId, withdrawn.getCode());
            case OrderPlaced placed -> coupons.use(eventId, placed, 1);
            case OrderEnded ended ->
                orders.find(ended.getOrderId()).map(Order::placed).ifPresent(order -> coupons.use(eventId, order, -1));
            default -> {
                // Nothing else concerns a coupon.
            }
        }
    }
}
