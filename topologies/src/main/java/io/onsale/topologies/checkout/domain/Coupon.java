package io.onsale.topologies.checkout.domain;

import java.time.Instant;

/**
 * A code that makes an order cheaper, by a percentage of what remains after concessions or by an amount.
 *
 * @param uses how often in all
 * @param combinable with concessions
 */
public record Coupon(
        String code,
        int percent,
        long amount,
        int uses,
        int usesPerFan,
        Instant validFrom,
        Instant validUntil,
        boolean combinable) {

    Coupon spelled(String otherwise) {
        return new Coupon(otherwise, percent, amount, uses, usesPerFan, validFrom, validUntil, combinable);
    }

    boolean validAt(Instant at) {
        return !at.isBefore(validFrom) && at.isBefore(validUntil);
    }
}
