package io.onsale.topologies.checkout.domain;

/**
 * Tickets of an order that were cancelled.
 *
 * @param settled whether their refund went back; true where there is nothing to refund
 */
public record Cancellation(CheckoutEvent.TicketsCancelled what, boolean settled) {

    static Cancellation begun(CheckoutEvent.TicketsCancelled what) {
        return new Cancellation(what, what.refund() == 0);
    }
}
