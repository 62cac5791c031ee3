package io.onsale.topologies.checkout.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A show's orders without those that are forgotten at an instant, whether or not their rows are still there. */
record Remembered(CheckoutView all, Instant at) implements CheckoutView {

    @Override
    public @Nullable Sale sale() {
        return all.sale();
    }

    @Override
    public @Nullable Order order(String id) {
        return remembered(all.order(id));
    }

    @Override
    public @Nullable Order wanting(String holdId) {
        return remembered(all.wanting(holdId));
    }

    private @Nullable Order remembered(@Nullable Order order) {
        return order == null || order.times().forgotten(sale(), at) ? null : order;
    }

    @Override
    public @Nullable IssuedCoupon coupon(String code) {
        return all.coupon(code);
    }

    @Override
    public int couponUses(String code, String person) {
        return all.couponUses(code, person);
    }

    @Override
    public int concessionTickets(String code) {
        return all.concessionTickets(code);
    }

    @Override
    public List<String> dueBy(Instant by, int most) {
        return all.dueBy(by, most);
    }

    @Override
    public List<String> overlong(int most) {
        return all.overlong(most);
    }

    @Override
    public List<String> stopped(int most) {
        return all.stopped(most);
    }
}
