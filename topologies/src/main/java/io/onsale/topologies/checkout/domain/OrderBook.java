package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.kit.domain.Deadlines;
import io.onsale.topologies.kit.domain.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Orders by id and by hold, and for each show the deadlines of those that have one and which are live in which performance.
 *
 * <p>Deadlines and live orders are derived from the orders and rebuilt from them at start, so each fact is written down once.
 */
final class OrderBook {

    private final Table<Order> orders;
    private final Table<String> ordersByHold;
    private final Deadlines<String> deadlines = new Deadlines<>();
    /** By event and performance. */
    private final Map<String, TreeSet<String>> live = new HashMap<>();

    OrderBook(Table<Order> orders, Table<String> ordersByHold) {
        this.orders = orders;
        this.ordersByHold = ordersByHold;
        orders.forEach((key, order) -> remember(key.substring(0, key.indexOf('|')), order));
    }

    @Nullable
    Order get(String event, String id) {
        return orders.get(key(event, id));
    }

    @Nullable
    Order wanting(String event, String hold) {
        String id = ordersByHold.get(key(event, hold));
        return id == null ? null : get(event, id);
    }

    void place(String event, Order order) {
        ordersByHold.put(key(event, order.booking().holdId()), order.id());
        put(event, order);
    }

    /** Lets others order a hold that is not this order's. */
    void letGo(String event, Order order) {
        String hold = key(event, order.booking().holdId());
        if (order.id().equals(ordersByHold.get(hold))) {
            ordersByHold.remove(hold);
        }
    }

    /** An order's row was cleared away. */
    void swept(String event, Order order) {
        forget(event, order);
        letGo(event, order);
    }

    void put(String event, Order order) {
        Order before = get(event, order.id());
        if (before != null) {
            forget(event, before);
        }
        orders.put(key(event, order.id()), order);
        remember(event, order);
    }

    /** The orders of a show whose deadline is not after this instant, earliest first, and no more than so many. */
    List<String> dueBy(String event, Instant at, int most) {
        return deadlines.dueBy(event, at).limit(most).toList();
    }

    /** Live orders of a performance, no more than so many. */
    List<String> liveIn(String event, String performance, int most) {
        TreeSet<String> ids = live.get(key(event, performance));
        return ids == null ? List.of() : ids.stream().limit(most).toList();
    }

    /** For each show with something due by this instant, the order of its earliest deadline. */
    Map<String, String> earliestDue(Instant at) {
        return deadlines.earliestDue(at);
    }

    private void remember(String event, Order order) {
        Instant deadline = order.deadline();
        if (deadline != null) {
            deadlines.add(event, deadline, order.id());
        }
        if (order.live() && order.priced() != null) {
            live.computeIfAbsent(key(event, order.price().performanceId()), performance -> new TreeSet<>())
                    .add(order.id());
        }
    }

    private void forget(String event, Order order) {
        Instant deadline = order.deadline();
        if (deadline != null) {
            deadlines.remove(event, deadline, order.id());
        }
        if (order.live() && order.priced() != null) {
            String performance = key(event, order.price().performanceId());
            Set<String> ids = live.get(performance);
            if (ids != null && ids.remove(order.id()) && ids.isEmpty()) {
                live.remove(performance);
            }
        }
    }

    private static String key(String event, String id) {
        return event + '|' + id;
    }
}
