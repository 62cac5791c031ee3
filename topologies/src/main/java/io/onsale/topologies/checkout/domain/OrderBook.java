package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.kit.domain.Deadlines;
import io.onsale.topologies.kit.domain.Table;
import io.onsale.topologies.show.domain.Performance;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Orders by id and by hold, and for each show the deadlines of those that have one, which are live in which performance, which wait for a transfer, and which of
 * them for longer than until it begins.
 *
 * <p>All but the rows is derived from the orders, and the last from the show's terms too, and rebuilt from them at start, so each fact is written down once.
 */
final class OrderBook {

    private final Table<Order> orders;
    private final Table<String> ordersByHold;
    private final Deadlines<String> deadlines = new Deadlines<>();
    /** By event and performance. */
    private final IdSets live = new IdSets();
    /** By event and performance. */
    private final IdSets transfers = new IdSets();
    /** By event. */
    private final IdSets overlong = new IdSets();

    private final Function<String, @Nullable Sale> sales;

    /** Orders under the terms of their shows. */
    OrderBook(Table<Order> orders, Table<String> ordersByHold, Function<String, @Nullable Sale> sales) {
        this.sales = sales;
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
        return live.of(key(event, performance), most);
    }

    /** Orders whose transfer may come after their performance begins, no more than so many. */
    List<String> overlong(String event, int most) {
        return overlong.of(event, most);
    }

    /** Performances of a show begin at other times than before. */
    void moved(String event, Sale before, Sale now) {
        for (Performance performance : before.definition().performances()) {
            if (!performance.startsAt().equals(now.begins(performance.id()))) {
                transfers
                        .of(key(event, performance.id()), Integer.MAX_VALUE)
                        .forEach(id -> Optional.ofNullable(get(event, id)).ifPresent(order -> bound(event, order)));
            }
        }
    }

    private void bound(String event, Order order) {
        overlong.remove(event, order.id());
        if (order.outlasts(sales.apply(event))) {
            overlong.add(event, order.id());
        }
    }

    /** For each show with something due by this instant, the order of its earliest deadline, or one whose deadline is too late. */
    Map<String, String> earliestDue(Instant at) {
        Map<String, String> due = new HashMap<>(deadlines.earliestDue(at));
        overlong.groups().forEach(event -> overlong.of(event, 1).forEach(order -> due.putIfAbsent(event, order)));
        return due;
    }

    private void remember(String event, Order order) {
        Instant deadline = order.times().deadline();
        if (deadline != null) {
            deadlines.add(event, deadline, order.id());
        }
        if (order.live() && order.priced() != null) {
            live.add(performance(event, order), order.id());
            if (order.awaitsTransfer()) {
                transfers.add(performance(event, order), order.id());
            }
            bound(event, order);
        }
    }

    private void forget(String event, Order order) {
        Instant deadline = order.times().deadline();
        if (deadline != null) {
            deadlines.remove(event, deadline, order.id());
        }
        if (order.live() && order.priced() != null) {
            live.remove(performance(event, order), order.id());
            transfers.remove(performance(event, order), order.id());
            overlong.remove(event, order.id());
        }
    }

    private static String performance(String event, Order order) {
        return key(event, order.price().performanceId());
    }

    private static String key(String event, String id) {
        return event + '|' + id;
    }
}
