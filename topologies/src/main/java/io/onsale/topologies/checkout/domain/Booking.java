package io.onsale.topologies.checkout.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fan wants to buy, and how.
 *
 * @param contactKey by which a guest finds it again, and by whose owner uses of coupons are counted; null where that is not known
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

    /** By whom uses of a coupon are counted: one person has as many with an account and without. */
    String countedBy() {
        return contactKey == null ? fanId : contactKey;
    }
}
