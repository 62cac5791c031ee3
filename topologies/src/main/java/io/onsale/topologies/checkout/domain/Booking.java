package io.onsale.topologies.checkout.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fan wants to buy, and how.
 *
 * @param contactKey by which a guest finds it again
 */
public record Booking(
        String number,
        String holdId,
        String fanId,
        @Nullable String contactKey,
        PaymentMethod method,
        @Nullable String coupon,
        List<ConcessionClaim> concessions) {

    public Booking {
        concessions = List.copyOf(concessions);
    }
}
