package io.onsale.topologies.checkout;

import io.onsale.schemas.checkout.StoredCoupon;
import io.onsale.schemas.checkout.StoredMove;
import io.onsale.schemas.checkout.StoredOrder;
import io.onsale.schemas.checkout.StoredSale;
import io.onsale.topologies.checkout.domain.IssuedCoupon;
import io.onsale.topologies.checkout.domain.Move;
import io.onsale.topologies.checkout.domain.Order;
import io.onsale.topologies.checkout.domain.Sale;
import io.onsale.topologies.kit.RowKind;
import io.onsale.topologies.show.ShowMapping;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;

/** Checkout's kinds of rows, and how they are kept. */
final class CheckoutRows {

    /** By event: the terms on which orders are taken. */
    static final RowKind<Sale> SALES =
            RowKind.of('S', "sales", StoredSale.class, CheckoutRows::storeSale, CheckoutRows::loadSale);

    /** By event and id. */
    static final RowKind<Order> ORDERS =
            RowKind.of('O', "orders", StoredOrder.class, OrderMapping::store, OrderMapping::load);

    /** By event and hold: the order that wanted it. */
    static final RowKind<String> HOLDS = RowKind.of('H', "holds", Serdes.String());

    /** By event and code: the coupon, and how often it was used. */
    static final RowKind<IssuedCoupon> COUPONS =
            RowKind.of('C', "coupons", StoredCoupon.class, CheckoutRows::storeCoupon, CheckoutRows::loadCoupon);

    /** By event, code and person, as tickets are counted (HMAC of an identity or a contact, or a fan where none is known): how often it was used. */
    static final RowKind<Integer> COUPON_USES = RowKind.of('U', "coupon-uses", Serdes.Integer());

    /** By event and code: how many tickets have that concession. */
    static final RowKind<Integer> CONCESSION_TICKETS = RowKind.of('T', "concession-tickets", Serdes.Integer());

    static final List<RowKind<?>> ALL = List.of(SALES, ORDERS, HOLDS, COUPONS, COUPON_USES, CONCESSION_TICKETS);

    private CheckoutRows() {}

    private static StoredSale storeSale(Sale sale) {
        return new StoredSale(
                ShowMapping.toAvro(sale.definition()),
                sale.stopped().stream().sorted().toList(),
                sale.moves().stream()
                        .map(move -> new StoredMove(move.performanceId(), move.startsAt(), move.movedAt()))
                        .toList());
    }

    private static Sale loadSale(StoredSale sale) {
        return new Sale(
                ShowMapping.fromAvro(sale.getDefinition()),
                Set.copyOf(sale.getStopped()),
                sale.getMoves().stream()
                        .map(move -> new Move(move.getPerformanceId(), move.getStartsAt(), move.getMovedAt()))
                        .toList());
    }

    private static StoredCoupon storeCoupon(IssuedCoupon issued) {
        return new StoredCoupon(CouponMapping.toAvro(issued.coupon()), issued.used(), issued.withdrawn());
    }

    private static IssuedCoupon loadCoupon(StoredCoupon issued) {
        return new IssuedCoupon(CouponMapping.fromAvro(issued.getCoupon()), issued.getUsed(), issued.getWithdrawn());
    }
}
