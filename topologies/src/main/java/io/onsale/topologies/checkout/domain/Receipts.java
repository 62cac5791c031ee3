package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.show.domain.Concession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an order costs: list prices, less concessions, less a coupon, plus fees.
 *
 * <p>A concession takes its percentage off the list price, rounded down to the unit. A coupon takes its percentage off what remains of
 * each line, rounded down, or its amount off one line after another, none below zero. Fees are never reduced.
 */
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
        List<ReceiptLine> lines = listed(orderId, places);
        for (ConcessionClaim claim : claims) {
            Concession concession = concessions.get(claim.code());
            if (concession == null || !reduced(lines, claim, concession)) {
                return null;
            }
        }
        if (coupon != null) {
            redeem(lines, coupon);
        }
        return Receipt.of(places.currency(), lines, coupon == null ? null : coupon.code());
    }

    private static List<ReceiptLine> listed(String orderId, HeldPlaces places) {
        List<ReceiptLine> lines = new ArrayList<>();
        long fee = places.feePerTicket();
        for (HeldSeat seat : places.seats()) {
            var numbered = new ReceiptLine.Seat(seat.seatId(), seat.row(), seat.number());
            String id = orderId + "-" + (lines.size() + 1);
            lines.add(new ReceiptLine(
                    id, seat.section(), numbered, null, seat.grade(), seat.price(), null, 0, 0, seat.price(), fee));
        }
        for (HeldArea area : places.areas()) {
            for (int place = 0; place < area.quantity(); place++) {
                String id = orderId + "-" + (lines.size() + 1);
                lines.add(new ReceiptLine(
                        id,
                        area.section(),
                        null,
                        area.slot(),
                        area.grade(),
                        area.price(),
                        null,
                        0,
                        0,
                        area.price(),
                        fee));
            }
        }
        return lines;
    }

    /** Whether all that is claimed could be reduced. */
    private static boolean reduced(List<ReceiptLine> lines, ConcessionClaim claim, Concession concession) {
        Set<String> seats = new HashSet<>(claim.seatIds());
        int places = claim.section() == null ? 0 : claim.quantity();
        if (seats.size() < claim.seatIds().size() || places < 0 || (seats.isEmpty() && places == 0)) {
            return false;
        }
        for (int i = 0; i < lines.size(); i++) {
            ReceiptLine line = lines.get(i);
            ReceiptLine.Seat seat = line.seat();
            if (line.concession() != null || !concession.isFor(line.section())) {
                continue;
            }
            if (seat != null && seats.remove(seat.id())) {
                lines.set(i, line.reduced(claim.code(), concession.percent()));
            } else if (seat == null && places > 0 && line.section().equals(claim.section())) {
                lines.set(i, line.reduced(claim.code(), concession.percent()));
                places--;
            }
        }
        return seats.isEmpty() && places == 0;
    }

    private static void redeem(List<ReceiptLine> lines, Coupon coupon) {
        long left = coupon.amount();
        for (int i = 0; i < lines.size(); i++) {
            ReceiptLine line = lines.get(i);
            long discount = coupon.percent() > 0
                    ? Math.multiplyExact(line.price(), coupon.percent()) / 100
                    : Math.min(left, line.price());
            lines.set(i, line.less(discount));
            left -= discount;
        }
    }
}
