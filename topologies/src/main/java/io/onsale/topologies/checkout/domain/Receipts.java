package io.onsale.topologies.checkout.domain;

import io.onsale.schemas.prices.Claim;
import io.onsale.schemas.prices.CouponValue;
import io.onsale.schemas.prices.PriceRule;
import io.onsale.schemas.prices.Reduction;
import io.onsale.schemas.prices.TicketPrice;
import io.onsale.topologies.show.domain.Concession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What an order costs: prices by {@link PriceRule}, plus fees, which are never reduced. */
final class Receipts {

    private Receipts() {}

    /**
     * Makes a receipt, or null where a concession is claimed for places that the hold does not hold, or that it is not for, or twice.
     *
     * @param concessions that there are, by code
     */
    static @Nullable Receipt of(
            String orderId,
            HeldPlaces places,
            List<ConcessionClaim> claims,
            Map<String, Concession> concessions,
            @Nullable Coupon coupon) {
        List<ReceiptLine> listed = listed(orderId, places);
        return PriceRule.reduce(
                        listed.stream().map(ReceiptLine::listed).toList(),
                        claims.stream().map(Receipts::claim).toList(),
                        reductions(concessions),
                        coupon == null ? CouponValue.NOTHING : new CouponValue(coupon.percent(), coupon.amount()))
                .map(prices -> Receipt.of(places.currency(), at(prices, listed), coupon == null ? null : coupon.code()))
                .orElse(null);
    }

    private static List<ReceiptLine> listed(String orderId, HeldPlaces places) {
        List<ReceiptLine> lines = new ArrayList<>();
        long fee = places.feePerTicket();
        for (HeldSeat seat : places.seats()) {
            String id = orderId + "-" + (lines.size() + 1);
            lines.add(ReceiptLine.of(id, seat, fee));
        }
        for (HeldArea area : places.areas()) {
            for (int place = 0; place < area.quantity(); place++) {
                String id = orderId + "-" + (lines.size() + 1);
                lines.add(ReceiptLine.of(id, area, fee));
            }
        }
        return lines;
    }

    private static Claim claim(ConcessionClaim claim) {
        return new Claim(claim.code(), claim.seatIds(), claim.section(), claim.quantity());
    }

    private static Map<String, Reduction> reductions(Map<String, Concession> concessions) {
        Map<String, Reduction> reductions = new HashMap<>();
        concessions.forEach(
                (code, concession) -> reductions.put(code, new Reduction(concession.percent(), concession.sections())));
        return reductions;
    }

    private static List<ReceiptLine> at(List<TicketPrice> prices, List<ReceiptLine> listed) {
        return IntStream.range(0, listed.size())
                .mapToObj(i -> listed.get(i).at(prices.get(i)))
                .toList();
    }
}
