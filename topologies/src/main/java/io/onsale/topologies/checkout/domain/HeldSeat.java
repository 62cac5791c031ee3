package io.onsale.topologies.checkout.domain;

/** A numbered seat that a hold holds, and its price. */
public record HeldSeat(String seatId, String section, String row, int number, String grade, long price) {}
