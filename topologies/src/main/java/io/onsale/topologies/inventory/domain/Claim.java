package io.onsale.topologies.inventory.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an order is shown of the hold it claimed: the places and what they cost, as they were locked. */
public record Claim(
        String performanceId,
        List<PricedSeat> seats,
        List<HeldArea> areas,
        String currency,
        long feePerTicket,
        String ruleVersion,
        Instant expiresAt) {

    public Claim {
        seats = List.copyOf(seats);
        areas = List.copyOf(areas);
    }

    static Claim of(Hold hold, SeatMap map) {
        List<PricedSeat> seats = new ArrayList<>();
        for (int i = 0; i < hold.seatIds().size(); i++) {
            PricedSeat seat = map.seat(hold.seatIds().get(i));
            if (seat == null) {
                throw new IllegalStateException(
                        "a held seat is not in the show: " + hold.seatIds().get(i));
            }
            // A hold that an older version wrote has no prices; they were its sections'.
            List<Long> locked = hold.quote().seatPrices();
            seats.add(locked.isEmpty() ? seat : seat.at(locked.get(i)));
        }
        return new Claim(
                hold.performanceId(),
                seats,
                hold.places().areas(),
                map.definition().terms().currency(),
                hold.quote().feePerTicket(),
                hold.quote().ruleVersion(),
                hold.expiresAt());
    }
}
