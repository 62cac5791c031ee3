package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderProlonged;
import io.onsale.topologies.checkout.domain.Order.State;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What time brings: orders of a stopped performance go back in portions, nobody pays for one that has begun, unpaid ones end, and who has not answered is asked
 * again.
 */
final class DueRules {

    /** What a transaction surely has the time for. */
    static final int MOST_AT_ONCE = 200;

    private final CancellationRules cancellations;

    DueRules(CancellationRules cancellations) {
        this.cancellations = cancellations;
    }

    List<Happening> due(CheckoutView view, CheckoutCommand command, Instant at) {
        Set<String> ids = new LinkedHashSet<>(view.stopped(MOST_AT_ONCE));
        if (ids.size() < MOST_AT_ONCE) {
            ids.addAll(view.overlong(MOST_AT_ONCE - ids.size()));
        }
        if (ids.size() < MOST_AT_ONCE) {
            ids.addAll(view.dueBy(at, MOST_AT_ONCE - ids.size()));
        }
        if (command instanceof CheckoutCommand.OfOrder asked) {
            ids.add(asked.orderId()); // whatever the rest, a command sees its own order as it is now
        }
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(due(view, view.order(id), at)))
                .toList();
    }

    private @Nullable Happening due(CheckoutView view, @Nullable Order order, Instant at) {
        if (order == null) {
            return null;
        }
        Sale sale = view.sale();
        Priced priced = order.priced();
        if (sale != null && priced != null && order.live() && sale.stopped().contains(priced.performanceId())) {
            return order.state() == State.CONFIRMED
                    ? cancellations.byOrganizer(order)
                    : Endings.end(order, OrderEnd.PERFORMANCE_CANCELLED, "This performance was cancelled.");
        }
        if (sale != null && priced != null && order.outlasts(sale)) {
            return Happening.of(new OrderProlonged(order.id(), priced.heldUntil(), order.paidBy(sale)));
        }
        Instant expires = order.times().expiresAt();
        if (expires != null && !expires.isAfter(at)) {
            return Endings.expire(order);
        }
        Instant asks = order.times().asksAt();
        if (asks == null || asks.isAfter(at)) {
            return null;
        }
        return order.times().hasReadEnough() ? Endings.expire(order) : Reminders.askAgain(order, at);
    }
}
