package io.onsale.edge.routes;

import io.onsale.edge.views.reservations.Reservation;
import io.onsale.schemas.catalogue.Concession;
import io.onsale.schemas.checkout.ConcessionClaim;
import io.onsale.schemas.checkout.Coupon;
import io.onsale.schemas.inventory.HeldArea;
import io.onsale.schemas.prices.Claim;
import io.onsale.schemas.prices.CouponValue;
import io.onsale.schemas.prices.PriceRule;
import io.onsale.schemas.prices.Reduction;
import io.onsale.schemas.prices.TicketPrice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What a reservation would cost with concessions and a coupon; by checkout's rule, but what is paid checkout alone says. */
record PricePreview(long concessionDiscount, long couponDiscount, long fees, long total) {

    /**
     * Computes it; nothing where a concession is claimed for places that are not held, or that it is not for, or twice.
     *
     * @param concessions that there are, by code
     */
    static Optional<PricePreview> of(
            Reservation held,
            List<ConcessionClaim> claims,
            Map<String, Concession> concessions,
            Optional<Coupon> coupon) {
        return PriceRule.reduce(
                        listed(held),
                        claims.stream().map(PricePreview::claim).toList(),
                        reductions(concessions),
                        coupon.map(it -> new CouponValue(it.getPercent(), it.getAmount()))
                                .orElse(CouponValue.NOTHING))
                .map(tickets -> of(tickets, held.fees()));
    }

    private static PricePreview of(List<TicketPrice> tickets, long fees) {
        return new PricePreview(
                sum(tickets, TicketPrice::concessionDiscount),
                sum(tickets, TicketPrice::couponDiscount),
                fees,
                Math.addExact(sum(tickets, TicketPrice::price), fees));
    }

    private static List<TicketPrice> listed(Reservation held) {
        List<TicketPrice> tickets = new ArrayList<>();
        for (int i = 0; i < held.seats().length; i++) {
            int seat = held.seats()[i];
            String section = held.show().hall().areaOf(seat).name();
            tickets.add(TicketPrice.listed(held.show().hall().id(seat), section, held.prices()[i]));
        }
        for (HeldArea area : held.areas()) {
            for (int place = 0; place < area.getQuantity(); place++) {
                tickets.add(TicketPrice.listed(null, area.getSection(), area.getPrice()));
            }
        }
        return tickets;
    }

    private static Claim claim(ConcessionClaim claim) {
        return new Claim(claim.getCode(), claim.getSeatIds(), claim.getSection(), claim.getQuantity());
    }

    private static Map<String, Reduction> reductions(Map<String, Concession> concessions) {
        Map<String, Reduction> reductions = new HashMap<>();
        concessions.forEach((code, concession) ->
                reductions.put(code, new Reduction(concession.getPercent(), concession.getSections())));
        return reductions;
    }

    private static long sum(List<TicketPrice> tickets, ToLongFunction<TicketPrice> amount) {
        return tickets.stream().mapToLong(amount).reduce(0L, Math::addExact);
    }
}
