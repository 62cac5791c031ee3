package io.onsale.ml.behaviour;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long people take: mostly about as long as others, sometimes much longer.
 *
 * @param speed how many times faster than people; a demo has no hour to spare
 */
public record Pace(double speed) {

    /** As fast as people are. */
    public static final Pace HUMAN = new Pace(1);

    private static final double SPREAD = 0.6;

    public Pace {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("a pace is positive, not " + speed);
        }
    }

    /** A log-normal draw around a median. */
    Duration about(Duration median, RandomGenerator random) {
        double factor = Math.exp(SPREAD * random.nextGaussian()) / speed;
        return Duration.ofNanos(Math.round(median.toNanos() * factor));
    }
}
