package io.onsale.topologies.checkout.domain;

/**
 * Tickets of an order that were cancelled.
 *
 * @param settled whether their refund went back; true where there is nothing to refund
 * @param failures how often the gateway refused to give it back
 */
public record Cancellation(CheckoutEvent.TicketsCancelled what, boolean settled, int failures) {

    static Cancellation begun(CheckoutEvent.TicketsCancelled what) {
        return new Cancellation(what, what.refund() == 0, 0);
    }

    Cancellation back() {
        return new Cancellation(what, true, failures);
    }

    Cancellation failed() {
        return new Cancellation(what, settled, failures + 1);
    }
}
