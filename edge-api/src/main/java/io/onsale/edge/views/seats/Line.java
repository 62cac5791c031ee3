package io.onsale.edge.views.seats;

/**
 * A row of a hall.
 *
 * @param area the place of its section among the hall's sections
 * @param prefix what its seats' ids begin with
 * @param first the index of its first seat
 */
public record Line(int area, String name, String prefix, int first, int seats) {

    /** The number that is written on a seat. */
    public int numberOf(int seat) {
        return seat - first + 1;
    }
}
