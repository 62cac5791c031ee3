package io.onsale.edge.queue;

import io.onsale.edge.routes.Shows;
import io.onsale.edge.views.orders.Order;
import io.onsale.edge.views.orders.OrdersView;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.PerformanceStatus;
import java.time.Clock;
import java.time.Instant;

/**
 * How often a fan has bought before, as it counts in an organizer's lines: orders that were paid, of that organizer's performances that have begun and were not
 * called off.
 *
 * <p>What may still be given back is none, or somebody buys, joins and cancels; and what others sell is none, or somebody sells to themselves.
 */
final class PastPurchases {
    private final OrdersView orders;
    private final Shows shows;
    private final Clock clock;

    PastPurchases(OrdersView orders, Shows shows, Clock clock) {
        this.orders = orders;
        this.shows = shows;
        this.clock = clock;
    }

    int of(String fanId, String organizerId) {
        if (fanId.equals(organizerId)) {
            return 0;
        }
        Instant now = clock.instant();
        return (int) orders.of(fanId).stream()
                .filter(PastPurchases::isPaid)
                .filter(order -> isOver(order, organizerId, now))
                .count();
    }

    private static boolean isPaid(Order order) {
        return order.tickets().stream().anyMatch(ticket -> ticket.getPrice() > 0);
    }

    private boolean isOver(Order order, String organizerId, Instant now) {
        return shows.definition(order.eventId()).stream()
                .filter(event -> event.getOrganizerId().equals(organizerId))
                .map(EventDefinition::getPerformances)
                .anyMatch(performances -> performances.stream()
                        .filter(performance -> isOf(performance, order))
                        .anyMatch(performance -> tookPlace(performance, now)));
    }

    private static boolean isOf(Performance performance, Order order) {
        return order.bill()
                .filter(bill -> bill.performanceId().equals(performance.getPerformanceId()))
                .isPresent();
    }

    private static boolean tookPlace(Performance performance, Instant now) {
        return performance.getStatus() == PerformanceStatus.SCHEDULED
                && performance.getStartsAt().isBefore(now);
    }
}
