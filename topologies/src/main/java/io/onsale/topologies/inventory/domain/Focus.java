package io.onsale.topologies.inventory.domain;

/**
 * What seats should be near to.
 *
 * @param row from 0
 * @param twice twice the place in a row, from 0: the middle of an even number of seats lies between two of them
 */
record Focus(int row, int twice) {

    int rowDistance(int other) {
        return Math.abs(other - row);
    }

    /** How far the middle of so many seats from this one on is away, doubled. */
    int distance(int first, int seats) {
        return Math.abs(2 * first + seats - 1 - twice);
    }
}
