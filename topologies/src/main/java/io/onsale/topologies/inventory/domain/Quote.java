package io.onsale.topologies.inventory.domain;

import java.util.List;

/**
 * What a hold's places cost, locked when they were held.
 *
 * @param seatPrices of its numbered seats, in their order
 * @param ruleVersion the price rule that made it
 */
public record Quote(List<Long> seatPrices, long feePerTicket, String ruleVersion) {

    public Quote {
        seatPrices = List.copyOf(seatPrices);
    }
}
