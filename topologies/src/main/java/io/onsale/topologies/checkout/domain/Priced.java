package io.onsale.topologies.checkout.domain;

import java.time.Instant;

/**
 * What an order costs and until when it may be paid.
 *
 * @param heldUntil when the hold would end if the order did not come to own its places
 */
public record Priced(String performanceId, Receipt receipt, Instant payUntil, Instant heldUntil) {

    Priced until(Instant newHeldUntil, Instant newPayUntil) {
        return new Priced(performanceId, receipt, newPayUntil, newHeldUntil);
    }

    boolean free() {
        return receipt.total() == 0;
    }
}
