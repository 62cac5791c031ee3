package io.onsale.topologies.checkout.domain;

import java.util.List;

/** An event, and the errands on which it sends others. */
public record Happening(CheckoutEvent event, List<Errand> errands) {

    public Happening {
        errands = List.copyOf(errands);
    }

    static Happening of(CheckoutEvent event, Errand... errands) {
        return new Happening(event, List.of(errands));
    }
}
