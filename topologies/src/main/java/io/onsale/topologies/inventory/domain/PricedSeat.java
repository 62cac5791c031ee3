package io.onsale.topologies.inventory.domain;

/** A seat and what it costs, in the currency's minor unit. */
public record PricedSeat(String seatId, String section, String row, int number, String grade, long price) {

    PricedSeat at(long locked) {
        return new PricedSeat(seatId, section, row, number, grade, locked);
    }
}
