package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutEvent.CheckoutRefused;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;

/** How checkout says no. */
final class Refusals {

    static final Refusal UNKNOWN_EVENT = Refusal.of("unknown_event", "There is no such event on sale.");
    static final Refusal UNKNOWN_ORDER = Refusal.of("unknown_order", "There is no such order.");

    private Refusals() {}

    /** A refusal is an event too, except about a show that nobody opened: anybody can think of any number of those. */
    static Decision<Happening> refuse(CheckoutView view, String subject, Refusal why) {
        Happening refused = Happening.of(new CheckoutRefused(subject, why));
        return view.sale() == null ? Decision.answer(refused) : Decision.of(refused);
    }
}
