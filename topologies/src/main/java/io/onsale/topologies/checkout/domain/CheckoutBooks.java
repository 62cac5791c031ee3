package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutEvent.CheckoutRefused;
import io.onsale.topologies.checkout.domain.CheckoutEvent.CouponDefined;
import io.onsale.topologies.checkout.domain.CheckoutEvent.CouponWithdrawn;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderEnded;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderPlaced;
import io.onsale.topologies.checkout.domain.CheckoutEvent.PerformanceStopped;
import io.onsale.topologies.checkout.domain.CheckoutEvent.TermsChanged;
import io.onsale.topologies.checkout.domain.CheckoutEvent.TicketsCancelled;
import io.onsale.topologies.kit.domain.Books;
import io.onsale.topologies.kit.domain.LastRow;
import io.onsale.topologies.kit.domain.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All of checkout's state; only {@link #apply} changes it. */
public final class CheckoutBooks implements Books<CheckoutView, Happening> {

    /** The rows of checkout. */
    public record Tables(
            Table<Sale> sales,
            Table<Order> orders,
            Table<String> ordersByHold,
            Table<IssuedCoupon> coupons,
            Table<Integer> couponUses,
            Table<Integer> concessionTickets) {}

    private final SaleBook sales;
    private final OrderBook orders;
    private final CouponBook coupons;
    private final ConcessionBook concessions;

    public CheckoutBooks(Tables tables) {
        sales = new SaleBook(tables.sales());
        orders = new OrderBook(new LastRow<>(tables.orders()), tables.ordersByHold(), sales::get);
        coupons = new CouponBook(tables.coupons(), tables.couponUses());
        concessions = new ConcessionBook(tables.concessionTickets());
    }

    @Override
    public CheckoutView view(String event) {
        return new View(event);
    }

    @Override
    public void apply(String event, Happening happened, Instant at) {
        switch (happened.event()) {
            case TermsChanged changed -> change(event, changed, at);
            case PerformanceStopped stopped -> sales.stop(event, stopped.performanceId());
            case CouponDefined defined -> coupons.issue(event, defined.coupon());
            case CouponWithdrawn withdrawn -> coupons.withdraw(event, withdrawn.code());
            case CheckoutRefused refused -> {}
            case OrderPlaced placed -> {
                orders.place(event, Order.placed(placed, at));
                coupons.use(event, placed.booking(), 1);
                concessions.take(event, placed.booking().concessions());
            }
            case OrderEnded ended -> {
                Order order = order(event, ended.orderId());
                orders.put(event, OrderChanges.after(order, ended, at));
                if (ended.why() == OrderEnd.HOLD_LOST || order.leavesHold(ended.why())) {
                    orders.letGo(event, order);
                }
                coupons.use(event, order.booking(), -1);
                concessions.giveBack(event, order.booking().concessions());
            }
            case TicketsCancelled cancelled -> {
                Order order = order(event, cancelled.orderId());
                orders.put(event, OrderChanges.after(order, cancelled, at));
                concessions.giveBack(event, order, cancelled.ticketIds());
            }
            case CheckoutEvent.OfOrder aboutOrder ->
                orders.put(event, OrderChanges.after(order(event, aboutOrder.orderId()), aboutOrder, at));
        }
    }

    private void change(String event, TermsChanged changed, Instant at) {
        Sale before = sales.get(event);
        Sale now = sales.change(event, changed.definition(), at);
        if (before != null) {
            orders.moved(event, before, now);
        }
    }

    /** For each show with something due by this instant, an order to wake. */
    public Map<String, String> earliestDue(Instant at) {
        Map<String, String> due = new HashMap<>(orders.earliestDue(at));
        sales.stopping().forEach(event -> stopped(event, 1).forEach(order -> due.putIfAbsent(event, order)));
        return due;
    }

    /** Whether nobody can see an order's row any more. */
    public boolean forgotten(String key, Order order, Instant at) {
        return order.times().forgotten(sales.get(event(key)), at);
    }

    /** An order's row that nobody could see was cleared away. */
    public void swept(String key, Order order) {
        orders.swept(event(key), order);
    }

    private static String event(String key) {
        return key.substring(0, key.indexOf('|'));
    }

    private Order order(String event, String id) {
        Order order = orders.get(event, id);
        if (order == null) {
            throw new IllegalStateException("an event about no order: " + id);
        }
        return order;
    }

    private List<String> stopped(String event, int most) {
        Sale sale = sales.get(event);
        return sale == null
                ? List.of()
                : sale.stopped().stream()
                        .sorted()
                        .flatMap(performance -> orders.liveIn(event, performance, most).stream())
                        .limit(most)
                        .toList();
    }

    /** One show's orders, read through the books. */
    private final class View implements CheckoutView {

        private final String event;

        View(String event) {
            this.event = event;
        }

        @Override
        public @Nullable Sale sale() {
            return sales.get(event);
        }

        @Override
        public @Nullable Order order(String id) {
            return orders.get(event, id);
        }

        @Override
        public @Nullable Order wanting(String holdId) {
            return orders.wanting(event, holdId);
        }

        @Override
        public @Nullable IssuedCoupon coupon(String code) {
            return coupons.get(event, code);
        }

        @Override
        public int couponUses(String code, String person) {
            return coupons.uses(event, code, person);
        }

        @Override
        public int concessionTickets(String code) {
            return concessions.tickets(event, code);
        }

        @Override
        public List<String> dueBy(Instant at, int most) {
            return orders.dueBy(event, at, most);
        }

        @Override
        public List<String> overlong(int most) {
            return orders.overlong(event, most);
        }

        @Override
        public List<String> stopped(int most) {
            return CheckoutBooks.this.stopped(event, most);
        }
    }
}
