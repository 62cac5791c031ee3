package io.onsale.schemas.prices;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What tickets cost: list prices, less concessions, less a coupon.
 *
 * <p>A concession takes its percentage off the list price, rounded down to the unit. A coupon takes its percentage off what remains of
 * each ticket, rounded down, or its amount off one ticket after another, none below zero.
 */
public final class PriceRule {

    private PriceRule() {}

    /**
     * Reduces list prices; nothing where a concession is claimed that is not known, for places that are not there or that it is not for, or twice.
     *
     * @param concessions that there are, by code
     */
    public static Optional<List<TicketPrice>> reduce(
            List<TicketPrice> listed, List<Claim> claims, Map<String, Reduction> concessions, CouponValue coupon) {
        List<TicketPrice> tickets = new ArrayList<>(listed);
        for (Claim claim : claims) {
            Reduction reduction = concessions.get(claim.concession());
            if (reduction == null || !reduced(tickets, claim, reduction)) {
                return Optional.empty();
            }
        }
        redeem(tickets, coupon);
        return Optional.of(List.copyOf(tickets));
    }

    /** Whether all that is claimed could be reduced. */
    private static boolean reduced(List<TicketPrice> tickets, Claim claim, Reduction reduction) {
        Set<String> seats = new HashSet<>(claim.seatIds());
        int places = claim.places();
        if (seats.size() < claim.seatIds().size() || places < 0 || (seats.isEmpty() && places == 0)) {
            return false;
        }
        for (int i = 0; i < tickets.size(); i++) {
            TicketPrice ticket = tickets.get(i);
            String seat = ticket.seatId();
            if (ticket.concession() != null || !reduction.isFor(ticket.section())) {
                continue;
            }
            if (seat != null && seats.remove(seat)) {
                tickets.set(i, ticket.reduced(claim.concession(), reduction.percent()));
            } else if (seat == null && places > 0 && ticket.section().equals(claim.section())) {
                tickets.set(i, ticket.reduced(claim.concession(), reduction.percent()));
                places--;
            }
        }
        return seats.isEmpty() && places == 0;
    }

    private static void redeem(List<TicketPrice> tickets, CouponValue coupon) {
        long left = coupon.amount();
        for (int i = 0; i < tickets.size(); i++) {
            TicketPrice ticket = tickets.get(i).less(coupon, left);
            tickets.set(i, ticket);
            left -= ticket.couponDiscount();
        }
    }
}
