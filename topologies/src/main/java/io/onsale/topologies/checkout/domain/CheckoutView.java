package io.onsale.topologies.checkout.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules may see of one show's orders. */
public interface CheckoutView {

    /** The terms, or null where checkout was never told of the show. */
    @Nullable
    Sale sale();

    @Nullable
    Order order(String id);

    /** The order that wanted this hold, whatever became of it, or null where none did. */
    @Nullable
    Order wanting(String holdId);

    @Nullable
    IssuedCoupon coupon(String code);

    int couponUses(String code, String person);

    /** How many tickets have a concession, those of orders included that are still to be paid. */
    int concessionTickets(String code);

    /** The orders whose deadline is not after this instant, earliest first, and no more than so many. */
    List<String> dueBy(Instant at, int most);

    /** Orders whose transfer may come after their performance begins, no more than so many. */
    List<String> overlong(int most);

    /** Live orders of performances that were stopped, no more than so many. */
    List<String> stopped(int most);
}
