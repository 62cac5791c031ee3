package io.onsale.edge.views.orders;

/**
 * What is sold of a performance: what would be refunded if it were called off, and what stays whatever comes.
 *
 * @param orders that are paid and have valid tickets
 * @param tickets that are valid
 * @param paid for those tickets, fees included, in the currency's minor unit
 * @param kept of what was paid for tickets that are no longer valid
 */
public record Sold(int orders, int tickets, long paid, long kept) {

    static final Sold NOTHING = new Sold(0, 0, 0, 0);

    Sold plus(Sold more) {
        return new Sold(orders + more.orders, tickets + more.tickets, paid + more.paid, kept + more.kept);
    }

    /** Without what is cancelled, of which so much is not refunded. */
    Sold minus(Sold less, long fee) {
        return new Sold(orders - less.orders, tickets - less.tickets, paid - less.paid, kept + fee);
    }
}
