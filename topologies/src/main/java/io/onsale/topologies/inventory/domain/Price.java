package io.onsale.topologies.inventory.domain;

import java.util.List;

/**
 * What a hold costs, locked when it was made.
 *
 * @param total with the fees
 * @param ruleVersion the price rule that made it
 */
public record Price(String currency, long total, String ruleVersion, long feePerTicket, long fees) {

    /** The rule by which a place costs what its section says. */
    public static final String LIST_PRICE = "list-price-1";

    static Price ofList(String currency, long feePerTicket, List<PricedSeat> seats, List<HeldArea> areas) {
        long total = 0;
        long places = seats.size();
        for (PricedSeat seat : seats) {
            total = Math.addExact(total, seat.price());
        }
        for (HeldArea area : areas) {
            total = Math.addExact(total, Math.multiplyExact(area.price(), area.quantity()));
            places += area.quantity();
        }
        long fees = Math.multiplyExact(feePerTicket, places);
        return new Price(currency, Math.addExact(total, fees), LIST_PRICE, feePerTicket, fees);
    }
}
