package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.show.domain.Conditions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fan wants to buy, and how.
 *
 * @param contactKey by which a guest finds it again; null where that is not known
 * @param identityKey who the fan is, as an identity provider says; null where none was asked, or the event does not go by it
 * @param couponTerms what the coupon takes off, settled when the order is placed; null where an older version placed it
 */
public record Booking(
        String number,
        String holdId,
        String fanId,
        @Nullable String contactKey,
        @Nullable String identityKey,
        PaymentMethod method,
        @Nullable String coupon,
        @Nullable Coupon couponTerms,
        List<ConcessionClaim> concessions) {

    public Booking {
        concessions = List.copyOf(concessions);
    }

    /** Where an event needs a verified identity that is what counts, for tickets as for coupons: one person may have many contacts. */
    Booking countedIn(Conditions conditions) {
        return conditions.identityRequired()
                ? this
                : new Booking(number, holdId, fanId, contactKey, null, method, coupon, couponTerms, concessions);
    }

    /** Whatever becomes of its coupon's code afterwards, which is spelled as the coupon's is from then on. */
    Booking on(@Nullable Coupon terms) {
        String code = terms == null ? coupon : terms.code();
        return new Booking(number, holdId, fanId, contactKey, identityKey, method, code, terms, concessions);
    }

    /** By whom uses of a coupon are counted: one person has as many with an account and without. */
    String countedBy() {
        if (identityKey != null) {
            return identityKey;
        }
        return contactKey == null ? fanId : contactKey;
    }
}
