package io.onsale.ml.behaviour;

/**
 * A seat as a fan sees it while it chooses.
 *
 * @param row counted from the front, from zero
 * @param number counted from one
 * @param rowSeats how many seats its row has, taken ones too
 */
public record OpenSeat(String id, String section, int row, int number, int rowSeats) {}
