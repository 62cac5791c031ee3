package io.onsale.ml.behaviour;

import java.util.random.RandomGenerator;

/**
 * How a fan waits in line.
 *
 * @param follows whether it is told how its place stands, rather than asking now and again
 */
public record LineHabits(LineFate fate, boolean follows) {

    private static final double LEAVES = 0.05;
    private static final double WANDERS_OFF = 0.05;
    private static final double FOLLOWS = 0.4;

    static LineHabits drawn(RandomGenerator random) {
        return new LineHabits(fate(random.nextDouble()), random.nextDouble() < FOLLOWS);
    }

    private static LineFate fate(double draw) {
        if (draw < LEAVES) {
            return LineFate.LEAVES;
        }
        return draw < LEAVES + WANDERS_OFF ? LineFate.WANDERS_OFF : LineFate.WAITS;
    }
}
