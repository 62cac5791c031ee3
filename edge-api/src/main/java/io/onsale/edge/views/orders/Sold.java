package io.onsale.edge.views.orders;

/**
 * What is sold of a performance: what would be refunded if it were called off.
 *
 * @param orders that are paid and have valid tickets
 * @param tickets that are valid
 * @param paid for those tickets, fees included, in the currency's minor unit
 */
public record Sold(int orders, int tickets, long paid) {

    static final Sold NOTHING = new Sold(0, 0, 0);

    Sold plus(Sold more) {
        return new Sold(orders + more.orders, tickets + more.tickets, paid + more.paid);
    }

    Sold minus(Sold less) {
        return new Sold(orders - less.orders, tickets - less.tickets, paid - less.paid);
    }
}
