package io.onsale.topologies.inventory.domain;

import java.util.List;

/**
 * What a hold costs, locked when it was made.
 *
 * @param ruleVersion the price rule that made it
 */
public record Price(String currency, long total, String ruleVersion) {

    /** The rule by which a seat costs what its section says. */
    public static final String LIST_PRICE = "list-price-1";

    static Price ofList(String currency, List<PricedSeat> seats) {
        return new Price(currency, seats.stream().mapToLong(PricedSeat::price).reduce(0, Math::addExact), LIST_PRICE);
    }
}
